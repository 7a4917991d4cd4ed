package dev.trellis.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with Argon2id; the defaults are the OWASP Password Storage Cheat Sheet's first choice (19 MiB, two
 * passes, one lane). Each hash carries its own parameters, so they may be raised at any time.
 */
@ApplicationScoped
public class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Argon2Function argon2;
    private final String nobodysHash;
    /** Hashing fills a core: at most half of them at once, so that a wave of log-ins does not stop everybody else. */
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    Passwords(
            @ConfigProperty(name = "trellis.password.memory-kib", defaultValue = "19456") int memoryKib,
            @ConfigProperty(name = "trellis.password.iterations", defaultValue = "2") int iterations,
            @ConfigProperty(name = "trellis.password.parallelism", defaultValue = "1") int parallelism) {
        this.argon2 = Argon2Function.getInstance(memoryKib, iterations, parallelism, HASH_BYTES, Argon2.ID);
        this.nobodysHash = hash("a password nobody has");
    }

    String hash(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return inTurn(() ->
                argon2.hash(password.getBytes(StandardCharsets.UTF_8), salt).getResult());
    }

    /** Compares; takes as long when there is no hash to compare with, so that the time tells nothing. */
    boolean matches(String password, @Nullable String hash) {
        var compared = hash == null ? nobodysHash : hash;
        var same = inTurn(() -> Argon2Function.getInstanceFromHash(compared).check(password, compared));
        return same && hash != null;
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
