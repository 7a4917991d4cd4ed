package dev.trellis.adaptation;

import dev.trellis.nutrition.FoodRemoved;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Looks anew at what an entry belonged to that was taken back. */
@Singleton
class RematchRemovedFood extends RematchDays<FoodRemoved> {
    private final Rematching rematching;

    RematchRemovedFood(Rematching rematching) {
        super("rematch_removed_food", FoodRemoved.class);
        this.rematching = rematching;
    }

    @Override
    Collection<LocalDate> days(FoodRemoved event) {
        return List.of(event.day());
    }

    @Override
    void rematch(Handle tx, UUID userId, Set<LocalDate> days) {
        rematching.afterFoodGone(tx, userId, days);
    }
}
