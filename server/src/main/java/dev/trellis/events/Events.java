package dev.trellis.events;

import dev.trellis.platform.Json;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Publishes what happened, in the transaction that made it happen. Immediate handlers run at once behind a savepoint,
 * and how they fared goes back to the caller; one that failed is undone alone. It, and every later handler, has a
 * delivery that is worked off until it succeeds or is parked for an operator. The log is written together with whatever
 * comes next in the transaction.
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
        var listening = handlers.of(type);
        var occurrences = store.append(tx, Handlers.typeOf(type), clock.instant(), events, listening, json::write);
        var immediate = listening.stream()
                .filter(handler -> handler.timing() == EventHandler.Timing.IMMEDIATE)
                .toList();
        var failures = failures(tx, immediate, occurrences);
        failures.forEach((handler, of) -> store.postpone(tx, clock.instant(), handler, of));
        tx.afterCommit(() -> count(Handlers.typeOf(type), events.size()));
        return publication(immediate, failures);
    }

    /** All handlers together first, for most never fail; when one does, each by itself. Only handlers that failed. */
    private static <E extends DomainEvent> Map<String, List<Isolation.Failure<Occurrence<E>>>> failures(
            Handle tx, List<EventHandler<?>> immediate, List<Occurrence<E>> occurrences) {
        var isolation = new Isolation(tx);
        if (immediate.size() > 1
                && isolation.succeeds(() -> immediate.forEach(handler -> handle(tx, handler, occurrences)))) {
            return Map.of();
        }
        var failures = new HashMap<String, List<Isolation.Failure<Occurrence<E>>>>();
        for (var handler : immediate) {
            var failed = isolation.run(handler.name(), occurrences, batch -> handle(tx, handler, batch));
            if (!failed.isEmpty()) {
                failures.put(handler.name(), failed);
            }
        }
        return failures;
    }

    private static <E extends DomainEvent> Publication publication(
            List<EventHandler<?>> immediate, Map<String, List<Isolation.Failure<Occurrence<E>>>> failures) {
        var results = immediate.stream()
                .map(handler -> new HandlerResult(handler.name(), !failures.containsKey(handler.name())))
                .toList();
        var failed = failures.values().stream()
                .flatMap(List::stream)
                .map(failure -> failure.item().event().subjectId())
                .collect(Collectors.toUnmodifiableSet());
        return new Publication(results, failed);
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
    private static <E extends DomainEvent> void handle(Handle tx, EventHandler<?> handler, List<Occurrence<E>> batch) {
        ((EventHandler<E>) handler).handle(tx, batch);
    }
}
