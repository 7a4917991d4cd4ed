package dev.trellis.adaptation;

import dev.trellis.tracking.ActivityChanged;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Matches an activity anew that says something else now. */
@Singleton
class RematchChangedActivity extends RematchDays<ActivityChanged> {
    private final Rematching rematching;

    RematchChangedActivity(Rematching rematching) {
        super("rematch_changed_activity", ActivityChanged.class);
        this.rematching = rematching;
    }

    @Override
    Collection<LocalDate> days(ActivityChanged event) {
        return List.of(event.previousDay(), event.day());
    }

    @Override
    void rematch(Handle tx, UUID userId, Set<LocalDate> days) {
        rematching.afterActivities(tx, userId, days);
    }
}
