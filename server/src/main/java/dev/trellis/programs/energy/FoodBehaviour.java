package dev.trellis.programs.energy;

import dev.trellis.tracking.Weighing;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

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
    private static final int DAYS = 14;
    private static final int VERY_LITTLE_KCAL = 800;
    private static final int MANY_WEIGHINGS = 3;

    /** Nothing seen. */
    public static final FoodBehaviour UNREMARKABLE = new FoodBehaviour(0, 0, false, 0, 0, 0);

    /**
     * The same with what a food log and a scale show of 14 days; what was eaten today is not all of it yet.
     *
     * @param intake kcal logged, by day
     */
    public FoodBehaviour measured(
            Map<LocalDate, Double> intake, Collection<Weighing> weighings, LocalDate today, double itsPercentPerWeek) {
        var first = today.minusDays(DAYS);
        long hungry = intake.entrySet().stream()
                .filter(day -> !day.getKey().isBefore(first) && day.getKey().isBefore(today))
                .filter(day -> day.getValue() < VERY_LITTLE_KCAL)
                .count();
        var perDay = weighings.stream()
                .filter(weighing -> !weighing.day().isBefore(first))
                .collect(Collectors.groupingBy(Weighing::day, Collectors.counting()))
                .values();
        return new FoodBehaviour(
                (int) hungry,
                asksBelowFloor,
                compensates,
                (int) perDay.stream().mapToLong(times -> times).max().orElse(0),
                (int) perDay.stream().filter(times -> times > MANY_WEIGHINGS).count(),
                itsPercentPerWeek);
    }

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
