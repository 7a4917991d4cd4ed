package dev.trellis.students.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether levels were right, and equally right for all groups (domain 10.5): error rates and calibration by group,
 * precision overall, and what has to be done about them. A rate of a handful of people is not told.
 *
 * @param students how many finished courses were looked at
 * @param adverse how many of them ended badly
 * @param precision of those shown high or critical, the share that ended badly; null when too few were
 * @param stopAndReview true when a gap is larger than may be; levels should not be used until somebody has looked
 * @param raiseThresholds true when precision is below {@value #LOWEST_PRECISION}
 */
public record FairnessReport(
        int students,
        int adverse,
        int flagged,
        @Nullable Double precision,
        List<GroupRates> groups,
        @Nullable Double falseNegativeGap,
        @Nullable Double falsePositiveGap,
        @Nullable Double calibrationGap,
        boolean stopAndReview,
        boolean raiseThresholds) {
    /** A larger difference of error rates between groups, or of observed rates at one level, stops the use of levels. */
    public static final double LARGEST_GAP = 0.10;

    /** Below this, high and critical are told too easily. */
    public static final double LOWEST_PRECISION = 0.30;

    /** A rate has at least so many students below its line. */
    public static final int FEWEST = 20;

    /** One finished enrollment: the highest level that was shown, how it ended, and the group when one was given. */
    public record Judged(
            RiskLevel highest, boolean endedBadly, @Nullable String group) {
        boolean isFlagged() {
            return !RiskLevel.HIGH.isAbove(highest);
        }
    }

    /**
     * One group; a rate is null when fewer than {@value #FEWEST} students stand below its line.
     *
     * @param falseNegativeRate of those who ended badly, the share that was not shown high or critical
     * @param falsePositiveRate of those who did not, the share that was
     * @param observedByLevel of those at a level, the share that ended badly
     */
    public record GroupRates(
            String group,
            int students,
            @Nullable Double falseNegativeRate,
            @Nullable Double falsePositiveRate,
            Map<RiskLevel, Double> observedByLevel) {}

    /** The report on these; groups are compared where any are given. */
    public static FairnessReport of(Collection<Judged> all) {
        var flagged = all.stream().filter(Judged::isFlagged).toList();
        var precision = rate(flagged, Judged::endedBadly);
        var groups = all.stream()
                .filter(judged -> judged.group() != null)
                .collect(Collectors.groupingBy(
                        judged -> Objects.requireNonNull(judged.group()), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> rates(group.getKey(), group.getValue()))
                .toList();
        var negatives = gap(groups, GroupRates::falseNegativeRate);
        var positives = gap(groups, GroupRates::falsePositiveRate);
        var calibration = Arrays.stream(RiskLevel.values())
                .map(level -> gap(groups, group -> group.observedByLevel().get(level)))
                .filter(Objects::nonNull)
                .reduce(Math::max)
                .orElse(null);
        return new FairnessReport(
                all.size(),
                (int) all.stream().filter(Judged::endedBadly).count(),
                flagged.size(),
                precision,
                groups,
                negatives,
                positives,
                calibration,
                isTooLarge(negatives) || isTooLarge(positives) || isTooLarge(calibration),
                precision != null && precision < LOWEST_PRECISION);
    }

    private static GroupRates rates(String name, List<Judged> group) {
        var observed = new TreeMap<RiskLevel, Double>();
        for (var level : RiskLevel.values()) {
            var share = rate(
                    group.stream().filter(judged -> judged.highest() == level).toList(), Judged::endedBadly);
            if (share != null) {
                observed.put(level, share);
            }
        }
        return new GroupRates(
                name,
                group.size(),
                rate(group.stream().filter(Judged::endedBadly).toList(), judged -> !judged.isFlagged()),
                rate(group.stream().filter(judged -> !judged.endedBadly()).toList(), Judged::isFlagged),
                observed);
    }

    private static @Nullable Double rate(List<Judged> below, Predicate<Judged> above) {
        return below.size() < FEWEST
                ? null
                : (double) below.stream().filter(above).count() / below.size();
    }

    private static @Nullable Double gap(List<GroupRates> groups, Function<GroupRates, @Nullable Double> of) {
        var rates = new ArrayList<Double>();
        for (var group : groups) {
            var rate = of.apply(group);
            if (rate != null) {
                rates.add(rate);
            }
        }
        return rates.size() < 2
                ? null
                : rates.stream().reduce(Math::max).orElseThrow()
                        - rates.stream().reduce(Math::min).orElseThrow();
    }

    private static boolean isTooLarge(@Nullable Double gap) {
        // A difference of exactly ten points, give or take the binary fractions, is still allowed.
        return gap != null && gap > LARGEST_GAP + 1e-9;
    }
}
