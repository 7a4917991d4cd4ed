package dev.trellis.identity;

import dev.trellis.identity.LogInOutcome.LogInElsewhere;
import dev.trellis.identity.LogInOutcome.LogInRefused;
import dev.trellis.identity.LogInOutcome.LogInThrottled;
import dev.trellis.identity.LogInOutcome.LoggedIn;
import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets people in by e-mail and password. */
@ApplicationScoped
public class LogIn {
    private final Database database;
    private final PersonStore people;
    private final Passwords passwords;
    private final LogInThrottle throttle;
    private final Sessions sessions;
    private final OpenIdIssuer issuer;

    LogIn(
            Database database,
            PersonStore people,
            Passwords passwords,
            LogInThrottle throttle,
            Sessions sessions,
            OpenIdIssuer issuer) {
        this.database = database;
        this.people = people;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.issuer = issuer;
    }

    /** Opens a session; an unknown e-mail address takes as long to refuse as a wrong password. */
    public LogInOutcome logIn(String email, String password, Client client, String networkAddress) {
        if (issuer.address().isPresent()) {
            return new LogInElsewhere(issuer.address().get());
        }
        var address = new EmailAddress(email);
        var wait = throttle.attempt(address, networkAddress);
        if (wait.isPresent()) {
            return new LogInThrottled(wait.get());
        }
        var account = database.asJob(tx -> people.credentials(tx, address));
        var matches = passwords.matches(
                password, account.map(PersonStore.Credentials::passwordHash).orElse(null));
        if (!matches
                || account.filter(found -> found.status() == AccountStatus.ACTIVE)
                        .isEmpty()) {
            return new LogInRefused();
        }
        throttle.succeeded(address, networkAddress);
        return new LoggedIn(database.asJob(tx -> sessions.open(tx, account.get().id(), client)));
    }
}
