package dev.trellis.identity;

import dev.trellis.platform.Database;
import dev.trellis.platform.Role;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * A server without an operator tells whoever can read its log how to become one: by a code for one use, the same on
 * every node and at every start until somebody has used it.
 */
@ApplicationScoped
public class FirstOperator {
    private static final Logger LOG = Logger.getLogger(FirstOperator.class);

    private final Database database;
    private final InviteStore invites;
    private final InstantSource clock;
    private final OpenIdIssuer issuer;

    FirstOperator(Database database, InviteStore invites, InstantSource clock, OpenIdIssuer issuer) {
        this.database = database;
        this.invites = invites;
        this.clock = clock;
        this.issuer = issuer;
    }

    void atStart(@Observes StartupEvent start) {
        if (issuer.address().isEmpty()) {
            invitation().ifPresent(LOG::info);
        }
    }

    /** The line for the log, or nothing when somebody operates the server already. */
    Optional<String> invitation() {
        return code().map(code -> situation() + " Register with invite code " + code + " to become the operator.");
    }

    /** The code that makes its user the operator, or nothing when somebody operates the server already. */
    public Optional<String> code() {
        return database.asJob(tx -> {
            oneNodeAtATime(tx);
            return accounts(tx).operators() > 0
                    ? Optional.empty()
                    : Optional.of(invites.waitingForAnOperator(tx, clock.instant()).orElseGet(() -> create(tx)));
        });
    }

    private String situation() {
        return database.asJob(tx -> accounts(tx).people()) == 0
                ? "No one has an account yet."
                : "No one operates this server.";
    }

    private record Counts(long people, long operators) {}

    private static Counts accounts(Handle tx) {
        return tx.createQuery("""
                        select count(*) as people,
                               count(*) filter (where 'admin' = any (roles) and status = 'active') as operators
                          from users
                        """).mapTo(Counts.class).one();
    }

    private String create(Handle tx) {
        return invites.insert(tx, InviteCode.random(), null, Set.of(Role.PARTICIPANT, Role.ADMIN), 1, null)
                .code();
    }

    private static void oneNodeAtATime(Handle tx) {
        tx.execute("select pg_advisory_xact_lock(hashtextextended('trellis first operator', 0))");
    }
}
