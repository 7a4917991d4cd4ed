package dev.trellis.programs;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a stored program was made from; the same inputs make the same program again.
 *
 * @param sessionTime when sessions begin; null for any time
 * @param notes       what was told and could not be taken into account, or was taken otherwise
 */
public record ProgramInputs(
        ProgramRequest request,
        LocalDate startDate,
        @Nullable LocalTime sessionTime,
        MealTimes mealTimes,
        List<ProgramNote> notes) {
    public ProgramInputs {
        notes = List.copyOf(notes);
    }

    /** The first day after it. */
    public LocalDate endDate() {
        return startDate.plusWeeks(request.weeks());
    }

    /** Which inputs, and nothing of what was told. */
    @Override
    public String toString() {
        return "ProgramInputs[hidden]";
    }
}
