package dev.trellis.identity;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Keeps the tokens that are in use remembered on this node: three times within {@link AccessTokens#MEMORY}. */
@ApplicationScoped
class TokensInUse {
    private static final Logger LOG = Logger.getLogger(TokensInUse.class);

    private final Vertx vertx;
    private final ExecutorService threads;
    private final AccessTokens tokens;
    private final Duration every;
    private final ReentrantLock asking = new ReentrantLock();
    private long timer;

    @Inject
    TokensInUse(
            Vertx vertx,
            @VirtualThreads ExecutorService threads,
            AccessTokens tokens,
            @ConfigProperty(name = "trellis.tokens.ask-again-every", defaultValue = "5s") Duration every) {
        this.vertx = vertx;
        this.threads = threads;
        this.tokens = tokens;
        this.every = every;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(every.toMillis(), _ -> threads.execute(this::askAgain));
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(timer);
    }

    /** One at a time: while the database is slow, asking more often would not help it. */
    private void askAgain() {
        if (!asking.tryLock()) {
            return;
        }
        try {
            tokens.askAgain();
        } catch (RuntimeException e) {
            LOG.warnf(
                    "tokens in use could not be asked for again, and will be looked up one by one: %s", e.getMessage());
        } finally {
            asking.unlock();
        }
    }
}
