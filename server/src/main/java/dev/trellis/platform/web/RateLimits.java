package dev.trellis.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.trellis.platform.Problem;
import dev.trellis.platform.ProblemType;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.local.SynchronizationStrategy;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * So many requests a minute for each token, or for each address when there is none; per node, in memory. Runs before
 * authentication, so that guessing tokens is limited too.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 100)
public class RateLimits implements ContainerRequestFilter {
    private static final int TRACKED_CALLERS = 100_000;

    private final int perMinute;
    private final CurrentVertxRequest current;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(TRACKED_CALLERS)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    public RateLimits(
            @ConfigProperty(name = "trellis.rate-limit", defaultValue = "600") int perMinute,
            CurrentVertxRequest current) {
        this.perMinute = perMinute;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var bucket = buckets.get(
                key(request),
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        // Counts in place, where the default makes a new state for every request.
                        .withSynchronizationStrategy(SynchronizationStrategy.SYNCHRONIZED)
                        .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
            var problem = Problem.of(ProblemType.TOO_MANY_REQUESTS, "Try again in " + seconds + " seconds.", List.of());
            request.abortWith(Response.fromResponse(Problems.response(problem))
                    .header(HttpHeaders.RETRY_AFTER, seconds)
                    .build());
        }
    }

    private String key(ContainerRequestContext request) {
        var token = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        // Only a short print of the token is kept, never the token.
        return token != null
                ? "t" + token.hashCode() + ":" + token.length()
                : "a" + current.getCurrent().request().remoteAddress().hostAddress();
    }
}
