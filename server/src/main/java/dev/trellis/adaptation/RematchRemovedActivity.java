package dev.trellis.adaptation;

import dev.trellis.tracking.ActivityRemoved;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Looks anew at what an activity belonged to that was taken back. */
@Singleton
class RematchRemovedActivity extends RematchDays<ActivityRemoved> {
    private final Rematching rematching;

    RematchRemovedActivity(Rematching rematching) {
        super("rematch_removed_activity", ActivityRemoved.class);
        this.rematching = rematching;
    }

    @Override
    Collection<LocalDate> days(ActivityRemoved event) {
        return List.of(event.day());
    }

    @Override
    void rematch(Handle tx, UUID userId, Set<LocalDate> days) {
        rematching.afterActivitiesGone(tx, userId, days);
    }
}
