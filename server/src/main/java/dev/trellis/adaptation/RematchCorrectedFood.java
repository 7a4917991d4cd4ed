package dev.trellis.adaptation;

import dev.trellis.nutrition.FoodCorrected;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Matches an entry anew that says something else now. */
@Singleton
class RematchCorrectedFood extends RematchDays<FoodCorrected> {
    private final Rematching rematching;

    RematchCorrectedFood(Rematching rematching) {
        super("rematch_corrected_food", FoodCorrected.class);
        this.rematching = rematching;
    }

    @Override
    Collection<LocalDate> days(FoodCorrected event) {
        return List.of(event.previousDay(), event.day());
    }

    @Override
    void rematch(Handle tx, UUID userId, Set<LocalDate> days) {
        rematching.afterFood(tx, userId, days);
    }
}
