package dev.trellis.adaptation;

import dev.trellis.programs.CalendarChanged;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Matches anew what was done on days whose plan is another one now. */
@Singleton
class RematchChangedCalendar extends RematchDays<CalendarChanged> {
    private final Rematching rematching;

    RematchChangedCalendar(Rematching rematching) {
        super("rematch_changed_calendar", CalendarChanged.class);
        this.rematching = rematching;
    }

    @Override
    Collection<LocalDate> days(CalendarChanged event) {
        return event.days();
    }

    @Override
    void rematch(Handle tx, UUID userId, Set<LocalDate> days) {
        rematching.all(tx, userId, days);
    }
}
