package dev.trellis.programs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.programs.NutritionOverview;
import dev.trellis.programs.ProgramBundle;
import dev.trellis.programs.ProgramInputs;
import dev.trellis.programs.ProgramNote;
import dev.trellis.programs.ProgramStatus;
import dev.trellis.programs.StoredProgram;
import dev.trellis.programs.TrainingOverview;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program as its person sees it: what it was made from, its training and its eating in numbers, and everything they have
 * to know about it.
 *
 * @param id      absent in a preview, like {@code status}, {@code nextReassessmentDate} and {@code createdAt}
 * @param endDate the first day after it, as planned
 * @param endedOn the first day on which it was over; absent while it is active
 * @param notes   what was told and could not be taken into account
 * @param inputs  absent where weights are not to be shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgramView(
        @Nullable UUID id,
        @Nullable UUID consultationId,
        @Nullable ProgramStatus status,
        LocalDate startDate,
        LocalDate endDate,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate nextReassessmentDate,
        @Nullable Instant createdAt,
        int weeks,
        long seed,
        TrainingOverview training,
        NutritionOverview nutrition,
        List<ProgramNote> notes,
        @Nullable ProgramInputs inputs) {
    static ProgramView of(StoredProgram program) {
        var summary = program.summary();
        return new ProgramView(
                program.id(),
                summary.consultationId(),
                summary.status(),
                summary.startDate(),
                summary.endDate(),
                summary.endedOn(),
                summary.nextReassessmentDate(),
                summary.createdAt(),
                program.inputs().request().weeks(),
                program.seed(),
                program.training(),
                program.nutrition().shown(),
                program.inputs().notes(),
                program.nutrition().showNumbers() ? program.inputs() : null);
    }

    static ProgramView of(@Nullable UUID id, ProgramBundle bundle) {
        var inputs = bundle.inputs();
        return new ProgramView(
                id,
                null,
                id == null ? null : ProgramStatus.ACTIVE,
                inputs.startDate(),
                inputs.endDate(),
                null,
                null,
                null,
                inputs.request().weeks(),
                inputs.request().seed(),
                bundle.training(),
                bundle.nutrition().shown(),
                inputs.notes(),
                bundle.nutrition().showNumbers() ? inputs : null);
    }
}
