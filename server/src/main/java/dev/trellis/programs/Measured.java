package dev.trellis.programs;

import dev.trellis.programs.energy.BodyFat;
import dev.trellis.programs.energy.FoodBehaviour;
import org.jspecify.annotations.Nullable;

/**
 * What was measured since a person told about their body, and what their food log shows.
 *
 * @param trendKg null when nothing was weighed since
 * @param bodyFat null when it was not measured since
 */
record Measured(@Nullable Double trendKg, @Nullable BodyFat bodyFat, FoodBehaviour behaviour) {
    static final Measured NOTHING = new Measured(null, null, FoodBehaviour.UNREMARKABLE);
}
