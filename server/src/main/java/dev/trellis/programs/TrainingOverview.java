package dev.trellis.programs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.programs.training.AerobicWeek;
import dev.trellis.programs.training.Muscle;
import dev.trellis.programs.training.TrainingLevel;
import dev.trellis.programs.training.TrainingPlan;
import dev.trellis.programs.training.VolumeRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The training of a program in numbers, or why there is none.
 *
 * @param refused null when there is training
 * @param level   null when there is none, like {@code range}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingOverview(
        TrainingPlan.@Nullable Reason refused,
        @Nullable TrainingLevel level,
        @Nullable VolumeRange range,
        List<Week> weeks,
        List<ProgramNote> notes) {
    public TrainingOverview {
        weeks = List.copyOf(weeks);
        notes = List.copyOf(notes);
    }

    /**
     * A week of it.
     *
     * @param from     its first day
     * @param light    a deload
     * @param minutes  of all sessions
     * @param sets     fractional working sets by muscle
     */
    public record Week(
            int number,
            LocalDate from,
            boolean light,
            int sessions,
            int minutes,
            Map<Muscle, Double> sets,
            AerobicWeek aerobic,
            List<ProgramNote> notes) {
        public Week {
            notes = List.copyOf(notes);
        }
    }
}
