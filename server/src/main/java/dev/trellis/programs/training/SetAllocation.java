package dev.trellis.programs.training;

import dev.trellis.programs.training.Slot.Role;
import java.util.HashSet;
import java.util.List;

/**
 * Shares out working sets (domain 02.3): one set at a time to the exercise that helps the muscles furthest from their
 * target most, while the session has time and no muscle leaves its range or grows faster than allowed. One push, one pull
 * and one squat or hinge come first in each session that has them, so that a short session drops isolation before
 * anything else.
 */
final class SetAllocation {
    private static final int MUSCLES = Muscle.values().length;
    private static final double MINOR_WEIGHT = 0.5;
    private static final double SECOND_SESSION = 0.4;
    private static final double SPREAD_OVER_EXERCISES = 0.5;
    private static final double SPREAD_OVER_SESSIONS = 0.05;

    private final List<ChosenExercise> exercises;
    private final int capacity;
    private final VolumeRange range;
    private final double weekTarget;
    private final double[] target = new double[MUSCLES];
    private final double[] weight = new double[MUSCLES];
    private final int[] mostHalves = new int[MUSCLES];
    private final int[] sets;
    private final int[] halves = new int[MUSCLES];
    private final int[] sessionsOf = new int[MUSCLES];
    private final int[] setsInSession;

    /**
     * @param capacity sets that fit into a session
     * @param week     of the program, counted from 1
     * @param before   the sets of the last week that was not light; none in the first
     */
    SetAllocation(
            List<ChosenExercise> exercises,
            int sessions,
            int capacity,
            VolumeRange range,
            int week,
            FractionalSets before) {
        this.exercises = exercises;
        this.capacity = capacity;
        this.range = range;
        this.weekTarget = range.target(week);
        this.sets = new int[exercises.size()];
        this.setsInSession = new int[sessions];
        for (var muscle : Muscle.values()) {
            int m = muscle.index();
            weight[m] = muscle.isMajor() ? 1 : MINOR_WEIGHT;
            boolean first = before.equals(FractionalSets.none());
            double most = first ? range.most() : Math.min(range.most(), before.of(muscle) + range.perWeek());
            mostHalves[m] = (int) Math.floor(2 * most);
        }
    }

    /** Sets of each exercise, in their order; goes on from those given where they still fit. */
    int[] from(int[] start) {
        addEssentials();
        for (var i = 0; i < start.length; i++) {
            while (sets[i] < start[i] && fits(i)) {
                add(i);
            }
        }
        fillUpTo(range.least(), 0);
        fillUpTo(weekTarget, range.least());
        return sets;
    }

    /** The least dose of every major muscle comes before more of any, for neighbours share the same limits. */
    private void fillUpTo(double majorTarget, double minorTarget) {
        for (var muscle : Muscle.values()) {
            target[muscle.index()] = muscle.isMajor() ? majorTarget : minorTarget;
        }
        for (int next = mostHelpful(); next >= 0; next = mostHelpful()) {
            add(next);
        }
    }

    boolean isFull(int session) {
        return setsInSession[session] >= capacity;
    }

    private void addEssentials() {
        var seen = new HashSet<String>();
        for (var i = 0; i < exercises.size(); i++) {
            var exercise = exercises.get(i);
            var role = exercise.slot().role();
            if (role != Role.EXTRA && fits(i) && seen.add(exercise.session() + " " + role)) {
                add(i);
            }
        }
    }

    private int mostHelpful() {
        int best = -1;
        double bestHelp = 0;
        for (var i = 0; i < exercises.size(); i++) {
            double help = fits(i) ? help(i) : 0;
            if (help > bestHelp + 1e-9) {
                best = i;
                bestHelp = help;
            }
        }
        return best;
    }

    /** Zero where no primary muscle needs it. */
    private double help(int i) {
        double help = 0;
        for (var muscle : exercises.get(i).exercise().primary()) {
            help += need(muscle);
            boolean elsewhereOnly =
                    (sessionsOf[muscle.index()] >> exercises.get(i).session() & 1) == 0
                            && Integer.bitCount(sessionsOf[muscle.index()]) < 2;
            help += muscle.isMajor() && elsewhereOnly ? SECOND_SESSION : 0;
        }
        if (help == 0) {
            return 0;
        }
        for (var muscle : exercises.get(i).exercise().secondary()) {
            help += need(muscle) / 2;
        }
        int session = exercises.get(i).session();
        return help / (1 + SPREAD_OVER_EXERCISES * sets[i]) / (1 + SPREAD_OVER_SESSIONS * setsInSession[session]);
    }

    private double need(Muscle muscle) {
        int m = muscle.index();
        return target[m] == 0 ? 0 : weight[m] * Math.max(0, target[m] - halves[m] / 2.0) / target[m];
    }

    private boolean fits(int i) {
        var chosen = exercises.get(i);
        return sets[i] < chosen.mostSets()
                && !isFull(chosen.session())
                && chosen.exercise().primary().stream().allMatch(muscle -> hasRoom(muscle, 2))
                && chosen.exercise().secondary().stream().allMatch(muscle -> hasRoom(muscle, 1));
    }

    private boolean hasRoom(Muscle muscle, int more) {
        return halves[muscle.index()] + more <= mostHalves[muscle.index()];
    }

    private void add(int i) {
        var chosen = exercises.get(i);
        sets[i]++;
        setsInSession[chosen.session()]++;
        chosen.exercise().primary().forEach(muscle -> {
            halves[muscle.index()] += 2;
            sessionsOf[muscle.index()] |= 1 << chosen.session();
        });
        chosen.exercise().secondary().forEach(muscle -> halves[muscle.index()] += 1);
    }
}
