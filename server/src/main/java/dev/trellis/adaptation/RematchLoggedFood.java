package dev.trellis.adaptation;

import dev.trellis.nutrition.FoodLogged;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Matches what somebody just told they ate. */
@Singleton
class RematchLoggedFood extends RematchDays<FoodLogged> {
    private final Rematching rematching;

    RematchLoggedFood(Rematching rematching) {
        super("rematch_logged_food", FoodLogged.class);
        this.rematching = rematching;
    }

    @Override
    Collection<LocalDate> days(FoodLogged event) {
        return List.of(event.day());
    }

    @Override
    void rematch(Handle tx, UUID userId, Set<LocalDate> days) {
        rematching.afterFood(tx, userId, days);
    }
}
