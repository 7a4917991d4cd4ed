package dev.trellis.programs.training;

import dev.trellis.programs.Rounding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Double progression: more reps up to the top of the range, then more load (domain 02.5).
 *
 * @param loadKg      of the last session; null without a load
 * @param incrementKg 0 where nothing can be added
 */
public record Progression(
        int repMin, int repMax, int inReserve, @Nullable Double loadKg, double incrementKg, boolean lowerBody) {
    private static final double UPPER_STEP = 1.025;
    private static final double LOWER_STEP = 1.05;
    private static final double BACK_OFF = 0.90;
    private static final int PAIN_THAT_STOPS = 3;

    /**
     * A working set as it was done.
     *
     * @param inReserve null when it was not said
     */
    public record SetDone(int reps, @Nullable Integer inReserve) {}

    /** What the next session does with the exercise. */
    public enum Step {
        RAISE_LOAD,
        HARDER_VARIANT,
        ADD_REP,
        REPEAT,
        LOWER_LOAD,
        SUBSTITUTE,
        FROZEN
    }

    /**
     * The next session's load and reps of each set.
     *
     * @param loadKg null without a load
     */
    public record Next(Step step, @Nullable Double loadKg, List<Integer> reps) {}

    /**
     * @param missedBefore the session before this one already fell short of the range
     * @param pain         worst pain during the exercise, 0 to 10
     * @param frozen       readiness was orange or red that day
     */
    public Next next(List<SetDone> sets, boolean missedBefore, int pain, boolean frozen) {
        if (sets.isEmpty()) {
            throw new IllegalArgumentException("nothing was done");
        }
        var done = sets.stream().map(SetDone::reps).toList();
        if (pain >= PAIN_THAT_STOPS) {
            return new Next(Step.SUBSTITUTE, loadKg, done);
        }
        if (frozen) {
            return new Next(Step.FROZEN, loadKg, done);
        }
        if (sets.stream().anyMatch(this::fellShort)) {
            return missedBefore
                    ? new Next(Step.LOWER_LOAD, times(BACK_OFF), repeated(repMin, sets.size()))
                    : new Next(Step.REPEAT, loadKg, done);
        }
        if (sets.stream().allMatch(this::reachedTheTop)) {
            return harder(sets.size());
        }
        return oneMoreRep(done);
    }

    private Next harder(int sets) {
        if (loadKg == null || incrementKg == 0) {
            return new Next(Step.HARDER_VARIANT, loadKg, repeated(repMax, sets));
        }
        double raised = Math.max(loadKg + incrementKg, loadKg * (lowerBody ? LOWER_STEP : UPPER_STEP));
        return new Next(Step.RAISE_LOAD, Rounding.downTo(raised, incrementKg), repeated(repMin, sets));
    }

    private Next oneMoreRep(List<Integer> done) {
        var goal = new ArrayList<>(done);
        for (var i = 0; i < goal.size(); i++) {
            if (goal.get(i) < repMax) {
                goal.set(i, goal.get(i) + 1);
                return new Next(Step.ADD_REP, loadKg, List.copyOf(goal));
            }
        }
        return new Next(Step.REPEAT, loadKg, done);
    }

    private boolean reachedTheTop(SetDone set) {
        return set.reps() >= repMax && (set.inReserve() == null || set.inReserve() >= inReserve);
    }

    private boolean fellShort(SetDone set) {
        return set.reps() < repMin || (inReserve >= 1 && set.inReserve() != null && set.inReserve() == 0);
    }

    private @Nullable Double times(double factor) {
        return loadKg == null ? null : (Double) Rounding.downTo(loadKg * factor, incrementKg);
    }

    private static List<Integer> repeated(int reps, int sets) {
        return Collections.nCopies(sets, reps);
    }
}
