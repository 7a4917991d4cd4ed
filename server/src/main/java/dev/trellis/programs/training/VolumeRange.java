package dev.trellis.programs.training;

/**
 * Weekly fractional sets of a muscle (domain 02.3): where a program starts, and what it stays within.
 *
 * @param start   wanted in the first week
 * @param least   below it a major muscle is reported as short
 * @param most    never exceeded by any muscle
 * @param ramp    sets it may be raised to by the program itself; what is above is for the reassessment to earn
 * @param perWeek the most a muscle gains from one week to the next
 */
public record VolumeRange(double start, int least, int most, double ramp, int perWeek) {
    private static final double FAT_LOSS_SHARE = 0.8;
    private static final double HEALTH_SETS = 5;

    /** Of a person's level, goal and age. */
    public static VolumeRange of(TrainingLevel level, TrainingGoal goal, int years, boolean mayIncrease) {
        var column = level.forAge(years);
        double start = switch (goal) {
            case HEALTH -> HEALTH_SETS;
            case FAT_LOSS -> Math.max(column.fewestSets(), FAT_LOSS_SHARE * column.startSets());
            default -> column.startSets();
        };
        boolean grows = mayIncrease && goal != TrainingGoal.HEALTH && goal != TrainingGoal.FAT_LOSS;
        double ramp = grows ? (column.startSets() + column.mostSets()) / 2.0 : start;
        int least = goal == TrainingGoal.HEALTH ? TrainingLevel.NOVICE.fewestSets() : column.fewestSets();
        return new VolumeRange(start, least, column.mostSets(), ramp, column.weeklyIncrease());
    }

    /** What is wanted in a week of the program, counted from 1: a set more every second week, up to the ramp's end. */
    double target(int week) {
        return Math.min(ramp, start + Math.floorDiv(week - 1, 2));
    }
}
