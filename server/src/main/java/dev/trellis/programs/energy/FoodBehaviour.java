package dev.trellis.programs.energy;

/**
 * Signs, over 14 days, that food has become a worry (domain 01.7). They are no diagnosis, and the words for them are kind.
 *
 * @param daysUnder800          logged days below 800 kcal
 * @param asksBelowFloor        how often a target below the floor was asked for
 * @param compensates           a message about vomiting, laxatives or long fasts to make up for eating
 * @param mostWeighingsInADay   the largest number of weighings on one day
 * @param daysOverThreeWeighings days with more than three
 * @param percentPerWeek        slope of weight in percent a week, negative for loss
 */
public record FoodBehaviour(
        int daysUnder800,
        int asksBelowFloor,
        boolean compensates,
        int mostWeighingsInADay,
        int daysOverThreeWeighings,
        double percentPerWeek) {
    /** Nothing seen. */
    public static final FoodBehaviour UNREMARKABLE = new FoodBehaviour(0, 0, false, 0, 0, 0);

    /** How many flags these signs raise; compensating counts for two. */
    public int flags() {
        int flags = compensates ? 2 : 0;
        flags += daysUnder800 >= 3 ? 1 : 0;
        flags += asksBelowFloor >= 3 ? 1 : 0;
        flags += mostWeighingsInADay > 8 || daysOverThreeWeighings >= 5 ? 1 : 0;
        flags += percentPerWeek < -1.5 ? 1 : 0;
        return flags;
    }
}
