package dev.trellis.events;

import dev.trellis.platform.Database;
import dev.trellis.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Works off what is due: later handlers, and retries of every kind. Claims a batch with {@code skip locked}, so any
 * number of nodes may do so at once; a batch's effects and its "done" commit together.
 */
@ApplicationScoped
public class Deliveries {
    private static final int BATCH = 1000;

    private final Database database;
    private final DeliveryStore store;
    private final Handlers handlers;
    private final Json json;
    private final InstantSource clock;

    Deliveries(Database database, DeliveryStore store, Handlers handlers, Json json, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.handlers = handlers;
        this.json = json;
        this.clock = clock;
    }

    /** Works off everything that is due now; true while asked to go on. Returns how many were tried. */
    public long workOff(BooleanSupplier goOn) {
        var tried = 0L;
        for (var handler : database.asJob(tx -> store.handlersDue(tx, clock.instant()))) {
            var batch = BATCH;
            while (batch == BATCH && goOn.getAsBoolean()) {
                batch = database.asJob(tx -> next(tx, handler));
                tried += batch;
            }
        }
        return tried;
    }

    private int next(Handle tx, String name) {
        var now = clock.instant();
        var claimed = store.claim(tx, name, now, BATCH);
        if (claimed.isEmpty()) {
            return 0;
        }
        var handler = handlers.named(name);
        var failures = handler.isEmpty() ? unknown(claimed) : run(tx, handler.get(), claimed);
        store.settle(tx, name, claimed, failures, now);
        return claimed.size();
    }

    private <E extends DomainEvent> Map<UUID, String> run(
            Handle tx, EventHandler<E> handler, List<DeliveryStore.Claimed> claimed) {
        var occurrences = new ArrayList<Occurrence<E>>(claimed.size());
        for (var delivery : claimed) {
            var event = json.read(delivery.payload(), handler.event());
            occurrences.add(new Occurrence<>(delivery.eventId(), delivery.occurredAt(), event));
        }
        var failures = new HashMap<UUID, String>();
        for (var failure : new Isolation(tx).run(handler.name(), occurrences, batch -> handler.handle(tx, batch))) {
            failures.put(failure.item().eventId(), failure.reason());
        }
        return failures;
    }

    /** A handler that a newer or older version of the server knows; it waits, and is parked in the end. */
    private static Map<UUID, String> unknown(List<DeliveryStore.Claimed> claimed) {
        var failures = new HashMap<UUID, String>();
        claimed.forEach(delivery -> failures.put(delivery.eventId(), "this server has no such handler"));
        return failures;
    }

    /** Makes every parked delivery of this handler due again; returns how many. */
    public long redrive(Handle tx, String handler) {
        return redrive(tx, handler, null);
    }

    /** Makes the parked delivery of this event to this handler due again, or every one; returns how many. */
    public long redrive(Handle tx, String handler, @Nullable UUID eventId) {
        return store.redrive(tx, handler, eventId, clock.instant());
    }

    /**
     * Has a handler catch up with the log: every event of its type since then for which it has no delivery gets one.
     * Returns how many; they are worked off like any other.
     */
    public long replay(Handle tx, String handler, Instant since) {
        var known = handlers.named(handler)
                .orElseThrow(() -> new IllegalArgumentException("there is no handler " + handler));
        return store.replay(tx, handler, Handlers.typeOf(known.event()), since, clock.instant());
    }

    /** A handler of this server: its name, the type of event it listens to, and when it runs. */
    public record HandlerDescription(String name, String event, EventHandler.Timing timing) {}

    /** All handlers of this server, by name. */
    public List<HandlerDescription> handlers() {
        return handlers.all().stream()
                .map(handler ->
                        new HandlerDescription(handler.name(), Handlers.typeOf(handler.event()), handler.timing()))
                .toList();
    }

    /** True when this server has a handler of that name. */
    public boolean knows(String handler) {
        return handlers.named(handler).isPresent();
    }
}
