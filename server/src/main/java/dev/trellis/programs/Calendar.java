package dev.trellis.programs;

import dev.trellis.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * A person's sessions and meals as they are now. Whoever changes a day (an adjustment, a change of the plan) reads the
 * entries here, keeps them as they were, and writes them as they shall be; taking that back is possible as long as
 * nothing else was changed on top of it. The plan below is never touched.
 */
@ApplicationScoped
public class Calendar {
    private final CalendarStore store;
    private final Events events;

    Calendar(CalendarStore store, Events events) {
        this.store = store;
        this.events = events;
    }

    /** Entries of these days, both included, by day and time. */
    public List<CalendarEvent> between(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return store.between(tx, userId, from, to, false);
    }

    /** As {@link #between}, sessions only or meals only; read together with whatever else is read. */
    public Supplier<List<CalendarEvent>> between(
            Handle tx, UUID userId, LocalDate from, LocalDate to, CalendarEvent.Kind kind) {
        return store.between(tx, userId, from, to, kind);
    }

    /** As {@link #between}; whoever else wants to change them waits until this transaction ends. */
    public List<CalendarEvent> lockBetween(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return store.between(tx, userId, from, to, true);
    }

    /** Entries by their ids, by day and time; unknown ones are left out, and whoever else changes them waits. */
    public List<CalendarEvent> lock(Handle tx, UUID userId, Collection<UUID> ids) {
        return store.lock(tx, userId, ids);
    }

    /** Entries of these planned sessions and meals. */
    public List<CalendarEvent> ofItems(Handle tx, UUID userId, Collection<UUID> itemIds) {
        return store.ofItems(tx, userId, itemIds);
    }

    /** Writes entries as they shall be now; the change is noted on each of them. */
    public void change(Handle tx, UUID userId, UUID changeId, List<CalendarEvent> changed) {
        var now = store.lock(tx, userId, changed.stream().map(CalendarEvent::id).toList());
        store.write(tx, userId, changed, now, changeId, true);
        tell(tx, userId, changeId, now, changed);
    }

    /**
     * Gives entries back what they had before a change.
     *
     * @param before as they were when the change was made
     * @return false, and nothing was done, when something else was changed on top of it since
     */
    public boolean takeBack(Handle tx, UUID userId, UUID changeId, List<CalendarEvent> before) {
        var now = store.lock(tx, userId, before.stream().map(CalendarEvent::id).toList());
        boolean onTop = now.size() == before.size()
                && now.stream()
                        .allMatch(event -> !event.changes().isEmpty()
                                && event.changes().getLast().equals(changeId));
        if (onTop) {
            store.write(tx, userId, before, now, changeId, false);
            tell(tx, userId, changeId, now, before);
        }
        return onTop;
    }

    /** On every day something left, came to or stayed on. */
    private void tell(Handle tx, UUID userId, UUID changeId, List<CalendarEvent> before, List<CalendarEvent> after) {
        var days = Stream.concat(before.stream(), after.stream())
                .map(CalendarEvent::date)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!days.isEmpty()) {
            events.publish(tx, new CalendarChanged(userId, changeId, List.copyOf(days)));
        }
    }
}
