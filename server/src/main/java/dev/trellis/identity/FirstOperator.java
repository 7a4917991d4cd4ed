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
class FirstOperator {
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
        return database.asJob(tx -> {
            oneNodeAtATime(tx);
            var accounts = accounts(tx);
            if (accounts.operators() > 0) {
                return Optional.empty();
            }
            var code = invites.waitingForAnOperator(tx, clock.instant()).orElseGet(() -> create(tx));
            var situation = accounts.people() == 0 ? "No one has an account yet." : "No one operates this server.";
            return Optional.of(situation + " Register with invite code " + code + " to become the operator.");
        });
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
