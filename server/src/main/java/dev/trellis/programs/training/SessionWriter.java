package dev.trellis.programs.training;

import dev.trellis.programs.Rounding;
import dev.trellis.programs.training.WeekLayout.Placed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes out a session: reps, reserve, rest and load of each exercise (domain 02.4). */
final class SessionWriter {
    private static final int MORE_WHERE_MODERATE = 2;
    private static final int RESERVE_WITHOUT_CLEARANCE = 4;

    private final TrainingProfile profile;
    private final Eligibility eligibility;

    SessionWriter(TrainingProfile profile) {
        this.profile = profile;
        this.eligibility = profile.eligibility();
    }

    static boolean isMain(Slot slot, Exercise exercise) {
        return slot.role() != Slot.Role.EXTRA && slot != Slot.HINGE_LIGHT && exercise.isCompound();
    }

    static PlannedSession cardio(Placed placed, PlannedCardio cardio) {
        return new PlannedSession(
                placed.day(), placed.kind(), cardio.hardMinutes() > 0, cardio.minutes(), List.of(), cardio);
    }

    /** Exercises without sets are left out. */
    PlannedSession strength(Placed placed, List<ChosenExercise> exercises, int[] sets, int week, boolean light) {
        var planned = new ArrayList<PlannedExercise>();
        boolean hard = false;
        int total = 0;
        for (var i = 0; i < exercises.size(); i++) {
            if (sets[i] == 0) {
                continue;
            }
            var intensity = intensity(exercises.get(i), placed.hard(), week, light);
            int count = light ? Deload.sets(sets[i]) : sets[i];
            planned.add(exercise(exercises.get(i), count, intensity, light));
            hard |= intensity.isHard();
            total += count;
        }
        return new PlannedSession(placed.day(), placed.kind(), hard, SessionCapacity.minutes(total), planned, null);
    }

    private Intensity intensity(ChosenExercise chosen, boolean hard, int week, boolean light) {
        var intensity = Intensity.of(
                profile.goal(), profile.level(), week, isMain(chosen.slot(), chosen.exercise()), chosen.exercise());
        if (chosen.slot() == Slot.HINGE_LIGHT) {
            intensity = intensity.easier(1);
        }
        if (!hard) {
            intensity = intensity.easier(MORE_WHERE_MODERATE);
        }
        if (profile.clearance() != Clearance.CLEAR && intensity.inReserve() < RESERVE_WITHOUT_CLEARANCE) {
            intensity = intensity.easier(RESERVE_WITHOUT_CLEARANCE - intensity.inReserve());
        }
        return light ? intensity.easier(Deload.inReserve(0)) : intensity;
    }

    private PlannedExercise exercise(ChosenExercise chosen, int sets, Intensity intensity, boolean light) {
        var exercise = chosen.exercise();
        return new PlannedExercise(
                exercise.id(),
                chosen.slot(),
                sets,
                intensity.repMin(),
                intensity.repMax(),
                exercise.isTimed(),
                intensity.inReserve(),
                intensity.restSeconds(),
                intensity.percentLow(),
                intensity.percentHigh(),
                load(exercise, intensity, light));
    }

    private @Nullable Double load(Exercise exercise, Intensity intensity, boolean light) {
        var oneRepMax = profile.oneRepMax().get(exercise.id());
        if (oneRepMax == null || exercise.loadType() != Exercise.LoadType.EXTERNAL) {
            return null;
        }
        int reserve = light ? intensity.inReserve() - Deload.inReserve(0) : intensity.inReserve();
        var load = OneRepMax.load(oneRepMax, intensity.repMin(), reserve, exercise.incrementKg());
        if (load.isEmpty()) {
            return null;
        }
        double kg = Rounding.downTo(load.getAsDouble() * eligibility.shareOfLoad(exercise), exercise.incrementKg());
        return light ? Deload.load(kg, exercise.incrementKg()) : kg;
    }
}
