package dev.trellis.adaptation.web;

import dev.trellis.adaptation.PlannedEntries.DoneSession;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.programs.CalendarDetail.ExerciseDetail;
import dev.trellis.programs.CalendarDetail.SessionDetail;
import dev.trellis.tracking.DoneExercise;
import dev.trellis.tracking.DoneExercise.DoneSet;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A session as somebody typed it in: of each set the repetitions, or the seconds, and the load.
 *
 * @param exercises those with at least one set
 */
record SessionForm(
        @NotNull @Min(1) @Max(1440) @Nullable Integer minutes,
        @Nullable LocalTime startedAt,
        @DecimalMin("0") @DecimalMax("500") @Nullable BigDecimal km,
        @Min(0) @Max(10) @Nullable Integer rpe,
        @Min(25) @Max(250) @Nullable Integer averageHeartRate,
        @Nullable String notes,
        List<DoneExercise> exercises) {
    static SessionForm read(Form form, SessionDetail planned) {
        var exercises = new ArrayList<DoneExercise>();
        for (var i = 0; i < planned.exercises().size(); i++) {
            var sets = sets(form, i, planned.exercises().get(i));
            if (!sets.isEmpty()) {
                exercises.add(new DoneExercise(planned.exercises().get(i).exerciseId(), sets));
            }
        }
        return new SessionForm(
                form.number("minutes"),
                form.time("started_at"),
                form.decimal("km"),
                form.number("rpe"),
                form.number("average_heart_rate"),
                form.optionalText("notes"),
                List.copyOf(exercises));
    }

    /** The sets of an exercise: as many as have their repetitions written down. */
    private static List<DoneSet> sets(Form form, int exercise, ExerciseDetail planned) {
        return IntStream.range(0, planned.sets())
                .mapToObj(set -> {
                    var name = "_" + exercise + "_" + set;
                    var done = form.number("done" + name);
                    return done == null
                            ? null
                            : new DoneSet(
                                    planned.timed() ? null : done,
                                    planned.timed() ? done : null,
                                    form.decimal("load" + name),
                                    null);
                })
                .filter(Objects::nonNull)
                .toList();
    }

    DoneSession session() {
        return new DoneSession(
                startedAt, Objects.requireNonNull(minutes), km, rpe, averageHeartRate, exercises, notes);
    }
}
