package dev.trellis.identity;

import dev.trellis.identity.RegistrationOutcome.EmailTaken;
import dev.trellis.identity.RegistrationOutcome.InviteRefused;
import dev.trellis.identity.RegistrationOutcome.RegisterElsewhere;
import dev.trellis.identity.RegistrationOutcome.Registered;
import dev.trellis.identity.RegistrationOutcome.RegistrationIsClosed;
import dev.trellis.identity.RegistrationOutcome.RegistrationThrottled;
import dev.trellis.platform.Database;
import dev.trellis.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes new accounts, as far as the server's mode allows. */
@ApplicationScoped
public class Registrations {
    private final Database database;
    private final PersonStore people;
    private final Invites invites;
    private final Passwords passwords;
    private final Sessions sessions;
    private final OpenIdIssuer issuer;
    private final LogInThrottle throttle;
    private final InstantSource clock;
    private final RegistrationMode mode;

    Registrations(
            Database database,
            PersonStore people,
            Invites invites,
            Passwords passwords,
            Sessions sessions,
            OpenIdIssuer issuer,
            LogInThrottle throttle,
            InstantSource clock,
            @ConfigProperty(name = "trellis.registration", defaultValue = "invite") RegistrationMode mode) {
        this.database = database;
        this.people = people;
        this.invites = invites;
        this.passwords = passwords;
        this.sessions = sessions;
        this.issuer = issuer;
        this.throttle = throttle;
        this.clock = clock;
        this.mode = mode;
    }

    /** Who may make an account. */
    public RegistrationMode mode() {
        return mode;
    }

    /** Makes an account and logs it in; an invite is used up only together with the account it made. */
    public RegistrationOutcome register(NewAccount account, Client client, String networkAddress) {
        if (issuer.address().isPresent()) {
            return new RegisterElsewhere(issuer.address().get());
        }
        var wait = throttle.attempt(networkAddress);
        if (wait.isPresent()) {
            return new RegistrationThrottled(wait.get());
        }
        var code = account.inviteCode();
        if (mode != RegistrationMode.OPEN && code == null) {
            return new RegistrationIsClosed(mode);
        }
        var hash = passwords.hash(account.password());
        return database.asJob(tx -> register(tx, account, client, code, hash));
    }

    private RegistrationOutcome register(
            Handle tx, NewAccount account, Client client, @Nullable String code, String hash) {
        var now = clock.instant();
        var roles = code == null
                ? Set.of(Role.PARTICIPANT)
                : invites.use(tx, code, now).orElse(null);
        if (roles == null) {
            return new InviteRefused();
        }
        if (mode == RegistrationMode.CLOSED && !roles.contains(Role.ADMIN)) {
            tx.rollback();
            return new RegistrationIsClosed(mode);
        }
        var id = people.insert(tx, account, hash, roles, now).orElse(null);
        if (id == null) {
            tx.rollback();
            return new EmailTaken();
        }
        return new Registered(sessions.open(tx, id, client));
    }
}
