package dev.trellis.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** So many failed attempts in a quarter of an hour for each e-mail address and each network address; per node. */
@ApplicationScoped
class LogInThrottle {
    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final int REMEMBERED = 100_000;

    private final int perEmail;
    private final int perAddress;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(PERIOD.multipliedBy(2))
            .build();

    LogInThrottle(
            @ConfigProperty(name = "trellis.log-in.attempts-per-email", defaultValue = "10") int perEmail,
            @ConfigProperty(name = "trellis.log-in.attempts-per-address", defaultValue = "60") int perAddress,
            InstantSource clock) {
        this.perEmail = perEmail;
        this.perAddress = perAddress;
        this.time = new ClockTime(clock);
    }

    /** Counts an attempt from this network address; how long to wait when there were too many. */
    Optional<Duration> attempt(String address) {
        return take(ofAddress(address));
    }

    /** Counts an attempt for this e-mail address from this network address. */
    Optional<Duration> attempt(EmailAddress email, String address) {
        return take(ofAddress(address)).or(() -> take(ofEmail(email)));
    }

    /** An attempt that succeeded does not count. */
    void succeeded(EmailAddress email, String address) {
        ofAddress(address).addTokens(1);
        ofEmail(email).addTokens(1);
    }

    private Bucket ofEmail(EmailAddress email) {
        return bucket("e" + TokenHash.of(email.value()).hex(), perEmail);
    }

    private Bucket ofAddress(String address) {
        return bucket("a" + address, perAddress);
    }

    private Bucket bucket(String key, int attempts) {
        return buckets.get(
                key,
                absent -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, PERIOD))
                        .withCustomTimePrecision(time)
                        .build());
    }

    private static Optional<Duration> take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private record ClockTime(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Duration.ofMillis(clock.millis()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
