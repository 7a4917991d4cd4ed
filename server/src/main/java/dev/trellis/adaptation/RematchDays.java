package dev.trellis.adaptation;

import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Has the days an event is about compared anew, at once, so that whoever logs something sees what it was. One event is
 * the rule, from the person themselves; a batch is a retry, and goes person by person, all their days together.
 */
abstract class RematchDays<E extends DomainEvent> implements EventHandler<E> {
    private final String name;
    private final Class<E> event;

    RematchDays(String name, Class<E> event) {
        this.name = name;
        this.event = event;
    }

    /** The days it is about. */
    abstract Collection<LocalDate> days(E event);

    /** Compares them. */
    abstract void rematch(Handle tx, UUID userId, Set<LocalDate> days);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Class<E> event() {
        return event;
    }

    @Override
    public final Timing timing() {
        return Timing.IMMEDIATE;
    }

    @Override
    public final void handle(Handle tx, List<Occurrence<E>> batch) {
        var days = new TreeMap<UUID, Set<LocalDate>>();
        for (var occurrence : batch) {
            days.computeIfAbsent(occurrence.event().userId(), person -> new TreeSet<>())
                    .addAll(days(occurrence.event()));
        }
        days.forEach((person, its) -> rematch(tx, person, its));
    }
}
