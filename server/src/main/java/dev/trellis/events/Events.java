package dev.trellis.events;

import dev.trellis.platform.Json;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Publishes what happened, in the transaction that made it happen. Immediate handlers run at once, each behind its own
 * savepoint, and how they fared goes back to the caller; one that failed, and every later handler, has a delivery that
 * is worked off until it succeeds or is parked for an operator.
 */
@ApplicationScoped
public class Events {
    private final Handlers handlers;
    private final EventStore store;
    private final Json json;
    private final InstantSource clock;
    private final MeterRegistry metrics;

    Events(Handlers handlers, EventStore store, Json json, InstantSource clock, MeterRegistry metrics) {
        this.handlers = handlers;
        this.store = store;
        this.json = json;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Publishes one event; the results are those of the immediate handlers, by name. */
    public <E extends DomainEvent> List<HandlerResult> publish(Handle tx, E event) {
        return publishAll(tx, List.of(event)).results();
    }

    /** Publishes many events of one type at once: one statement for the log, one call a handler. */
    public <E extends DomainEvent> Publication publishAll(Handle tx, List<E> events) {
        if (events.isEmpty()) {
            return new Publication(List.of(), Set.of());
        }
        var type = events.getFirst().getClass();
        var occurrences = store.append(tx, Handlers.typeOf(type), clock.instant(), events, json::write);
        var deliveries = new ArrayList<EventStore.NewDelivery>();
        var results = new ArrayList<HandlerResult>();
        var failed = new HashSet<UUID>();
        for (var handler : handlers.of(type)) {
            if (handler.timing() == EventHandler.Timing.LATER) {
                deliveries.add(EventStore.NewDelivery.pending(handler.name()));
                continue;
            }
            var failures = runNow(tx, handler, occurrences);
            failures.forEach(failure -> failed.add(failure.item().event().subjectId()));
            results.add(new HandlerResult(handler.name(), failures.isEmpty()));
            deliveries.add(EventStore.NewDelivery.attempted(handler.name(), failures));
        }
        store.deliver(tx, clock.instant(), occurrences, deliveries);
        tx.afterCommit(() -> count(Handlers.typeOf(type), events.size()));
        return new Publication(List.copyOf(results), Set.copyOf(failed));
    }

    /**
     * What became of a publication.
     *
     * @param results one an immediate handler; false when it failed for at least one event
     * @param failedSubjects the subjects of the events for which at least one immediate handler failed
     */
    public record Publication(List<HandlerResult> results, Set<UUID> failedSubjects) {}

    /** Only what was committed has happened. */
    private void count(String type, int published) {
        metrics.counter("trellis.events.published", "type", type).increment(published);
    }

    @SuppressWarnings("unchecked") // Handlers.of gives only handlers of the events' own class.
    private static <E extends DomainEvent> List<Isolation.Failure<Occurrence<E>>> runNow(
            Handle tx, EventHandler<?> handler, List<Occurrence<E>> occurrences) {
        var typed = (EventHandler<E>) handler;
        return new Isolation(tx).run(handler.name(), occurrences, batch -> typed.handle(tx, batch));
    }
}
