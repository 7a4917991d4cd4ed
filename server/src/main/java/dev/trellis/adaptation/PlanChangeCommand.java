package dev.trellis.adaptation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of the plan as somebody wants it; which parts are needed depends on its kind.
 *
 * @param itemId        the planned session or meal; for everything but a week planned anew
 * @param toDate        of a move; null for the same day
 * @param toTime        of a move; null for the same time
 * @param withItemId    of a swap: the session to change days with
 * @param exerciseId    of a swap within a session: the exercise that goes
 * @param newExerciseId and the one that comes
 * @param factor        of a scaling
 * @param foodId        the food that goes
 * @param newFoodId     and the one that comes
 * @param grams         of that; null for as much as brings about the same energy
 * @param from          the day from which a week is planned anew; null for today
 * @param reason        in the person's own words
 */
public record PlanChangeCommand(
        HandChange kind,
        @Nullable UUID itemId,
        @Nullable LocalDate toDate,
        @Nullable LocalTime toTime,
        @Nullable UUID withItemId,
        @Nullable String exerciseId,
        @Nullable String newExerciseId,
        @Nullable BigDecimal factor,
        @Nullable String foodId,
        @Nullable String newFoodId,
        @Nullable Integer grams,
        @Nullable LocalDate from,
        @Nullable String reason) {}
