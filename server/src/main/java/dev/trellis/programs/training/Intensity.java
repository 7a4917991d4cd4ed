package dev.trellis.programs.training;

/**
 * How hard an exercise is done: reps, how many are left in reserve, rest (domain 02.4). Percent of the one-rep maximum
 * is only where to start, because people differ widely in reps at the same percentage.
 *
 * @param inReserve   reps that could still be done at the end of a set; effort on the scale of ten is 10 minus this
 * @param restSeconds between sets
 */
public record Intensity(int repMin, int repMax, int percentLow, int percentHigh, int inReserve, int restSeconds) {
    private static final int EASY_WEEKS_OF_NOVICES = 4;
    private static final int HARD_UP_TO_RESERVE = 2;
    private static final Intensity STRENGTH = new Intensity(3, 6, 80, 90, 2, 180);
    private static final Intensity HYPERTROPHY = new Intensity(6, 15, 60, 80, 2, 120);
    private static final Intensity HYPERTROPHY_ISOLATION = new Intensity(6, 20, 60, 80, 2, 120);
    private static final Intensity HEALTH = new Intensity(8, 12, 60, 70, 3, 105);
    private static final Intensity ENDURANCE = new Intensity(15, 25, 40, 60, 3, 60);

    /**
     * Of an exercise.
     *
     * @param main among the first compounds of its session
     */
    static Intensity of(TrainingGoal goal, TrainingLevel level, int week, boolean main, Exercise exercise) {
        var row = row(goal, level, week, main, exercise);
        return exercise.isTimed() ? row.withReps(exercise.repMin(), exercise.repMax()) : row.within(exercise);
    }

    private static Intensity row(TrainingGoal goal, TrainingLevel level, int week, boolean main, Exercise exercise) {
        if (level == TrainingLevel.NOVICE && week <= EASY_WEEKS_OF_NOVICES) {
            return HEALTH;
        }
        return switch (goal) {
            case HEALTH, RETURN_FROM_BREAK -> HEALTH;
            case STRENGTH -> main ? STRENGTH : hypertrophy(exercise);
            case ENDURANCE -> ENDURANCE;
            case HYPERTROPHY, FAT_LOSS, RUN_5K, RUN_10K -> hypertrophy(exercise);
        };
    }

    private static Intensity hypertrophy(Exercise exercise) {
        return exercise.isIsolation() ? HYPERTROPHY_ISOLATION : HYPERTROPHY;
    }

    /** Whether a session of it tires so much that the same muscles need two days. */
    public boolean isHard() {
        return inReserve <= HARD_UP_TO_RESERVE;
    }

    /** The same with more left in reserve. */
    Intensity easier(int moreInReserve) {
        return new Intensity(repMin, repMax, percentLow, percentHigh, inReserve + moreInReserve, restSeconds);
    }

    /** Whether an exercise is made for these reps: at least two of its rep numbers are among them. */
    boolean suits(Exercise exercise) {
        return Math.min(repMax, exercise.repMax()) - Math.max(repMin, exercise.repMin()) >= 1;
    }

    private Intensity within(Exercise exercise) {
        if (suits(exercise)) {
            return withReps(Math.max(repMin, exercise.repMin()), Math.min(repMax, exercise.repMax()));
        }
        return repMin > exercise.repMin()
                ? withReps(Math.max(exercise.repMin(), exercise.repMax() - 4), exercise.repMax())
                : withReps(exercise.repMin(), Math.min(exercise.repMax(), exercise.repMin() + 4));
    }

    private Intensity withReps(int fewest, int most) {
        return new Intensity(fewest, most, percentLow, percentHigh, inReserve, restSeconds);
    }
}
