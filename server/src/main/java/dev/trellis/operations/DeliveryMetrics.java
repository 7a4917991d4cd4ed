package dev.trellis.operations;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.trellis.events.DeliveryLog;
import dev.trellis.events.DeliveryLog.Backlog;
import dev.trellis.platform.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

/** How many deliveries wait and how many are parked; asked of the database at most every few seconds. */
@ApplicationScoped
class DeliveryMetrics implements MeterBinder {
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final LoadingCache<String, List<Backlog>> backlog;

    DeliveryMetrics(Database database, DeliveryLog log) {
        backlog = Caffeine.newBuilder().expireAfterWrite(FRESH).build(all -> database.asJob(log::backlog));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "pending", Backlog::pending);
        gauge(registry, "parked", Backlog::parked);
    }

    private void gauge(MeterRegistry registry, String status, ToLongFunction<Backlog> count) {
        Gauge.builder(
                        "trellis.deliveries",
                        () -> backlog.get("all").stream().mapToLong(count).sum())
                .tag("status", status)
                .description("Deliveries of events to handlers that are not done")
                .register(registry);
    }
}
