package dev.trellis.adaptation;

import dev.trellis.tracking.ActivityLogged;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Matches what somebody just told they did. */
@Singleton
class RematchLoggedActivity extends RematchDays<ActivityLogged> {
    private final Rematching rematching;

    RematchLoggedActivity(Rematching rematching) {
        super("rematch_logged_activity", ActivityLogged.class);
        this.rematching = rematching;
    }

    @Override
    Collection<LocalDate> days(ActivityLogged event) {
        return List.of(event.day());
    }

    @Override
    void rematch(Handle tx, UUID userId, Set<LocalDate> days) {
        rematching.afterActivities(tx, userId, days);
    }
}
