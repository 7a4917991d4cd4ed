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
import org.jboss.logging.Logger;

/** Keeps the tokens that are in use remembered on this node. */
@ApplicationScoped
class TokensInUse {
    private static final Logger LOG = Logger.getLogger(TokensInUse.class);

    /** Often, so that what was found at different times is asked for at different times, too. */
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final ExecutorService threads;
    private final AccessTokens tokens;
    private final ReentrantLock asking = new ReentrantLock();
    private long timer;

    @Inject
    TokensInUse(Vertx vertx, @VirtualThreads ExecutorService threads, AccessTokens tokens) {
        this.vertx = vertx;
        this.threads = threads;
        this.tokens = tokens;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(EVERY.toMillis(), _ -> threads.execute(this::askAgain));
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
