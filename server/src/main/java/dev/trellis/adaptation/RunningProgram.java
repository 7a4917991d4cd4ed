package dev.trellis.adaptation;

import dev.trellis.programs.ProgramRequest;
import dev.trellis.programs.energy.Body;
import dev.trellis.programs.energy.CalorieTarget;
import dev.trellis.programs.energy.Expenditure;
import dev.trellis.programs.energy.MacroTargets.Macros;
import dev.trellis.programs.energy.WeightGoal;
import dev.trellis.programs.training.TrainingLevel;
import dev.trellis.programs.training.VolumeRange;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's active program as far as adapting it needs to know it.
 *
 * @param request what it was made from
 * @param eating  null where there are no targets
 * @param volume  null where there is no training
 */
record RunningProgram(
        UUID id,
        LocalDate startDate,
        LocalDate endDate,
        LocalDate nextReassessmentDate,
        ProgramRequest request,
        @Nullable Eating eating,
        @Nullable Volume volume) {
    /**
     * Its targets.
     *
     * @param showNumbers calories and weight may be shown
     */
    record Eating(
            Expenditure expenditure, WeightGoal goal, CalorieTarget calories, Macros macros, boolean showNumbers) {}

    /** How much training it began with. */
    record Volume(TrainingLevel level, VolumeRange range) {}

    /** The person's body at another weight, kept within what the equations take. */
    Body bodyAt(double kg) {
        var body = request.health().body();
        return new Body(Math.clamp(kg, 30, 300), body.cm(), body.years(), body.sex());
    }
}
