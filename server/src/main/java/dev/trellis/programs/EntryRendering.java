package dev.trellis.programs;

import dev.trellis.platform.Json;
import dev.trellis.programs.CalendarDetail.MealDetail;
import dev.trellis.programs.CalendarDetail.SessionDetail;
import dev.trellis.programs.FullCalendar.Entry;
import dev.trellis.programs.FullCalendar.Planned;
import dev.trellis.programs.FullCalendar.ShownMeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes entries of the calendar as they are answered to their person, so that a read finds them ready. */
@ApplicationScoped
class EntryRendering {
    private final Json json;

    EntryRendering(Json json) {
        this.json = json;
    }

    /** An entry that nothing was changed of. */
    String asPlanned(CalendarEvent event, boolean numbersHidden) {
        return write(event, event.revision(), event.changes(), numbersHidden, null);
    }

    /**
     * An entry after a change or the taking back of one.
     *
     * @param event   as it is now; its changes and revision are not looked at
     * @param before  as it was until now
     * @param beforeRendered what was written of it then, which knows what had been planned
     * @param changes the ones that made it what it is now
     */
    String changed(
            CalendarEvent event,
            CalendarEvent before,
            String beforeRendered,
            List<UUID> changes,
            boolean numbersHidden) {
        Planned planned;
        if (changes.isEmpty()) {
            planned = null;
        } else if (before.changes().isEmpty()) {
            planned = new Planned(
                    before.date(), before.startTime(), session(before.detail()), meal(before.detail(), numbersHidden));
        } else {
            planned = Objects.requireNonNull(
                    json.read(beforeRendered, Entry.class).planned(), "a changed entry without its plan");
        }
        return write(event, before.revision() + 1, changes, numbersHidden, planned);
    }

    private String write(
            CalendarEvent event, int revision, List<UUID> changes, boolean numbersHidden, @Nullable Planned planned) {
        return json.write(new Entry(
                event.id(),
                event.programId(),
                event.itemId(),
                event.kind(),
                event.date(),
                event.startTime(),
                event.title(),
                event.status(),
                revision,
                changes,
                session(event.detail()),
                meal(event.detail(), numbersHidden),
                planned));
    }

    private static @Nullable SessionDetail session(CalendarDetail detail) {
        return detail instanceof SessionDetail session ? session : null;
    }

    private static @Nullable ShownMeal meal(CalendarDetail detail, boolean numbersHidden) {
        return detail instanceof MealDetail meal ? ShownMeal.of(meal, numbersHidden) : null;
    }
}
