package dev.trellis.students.risk;

import dev.trellis.students.risk.RiskFinding.Because;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rule set: indicators to points to a level (domain 10.2). A change of a threshold is a new version, so that an
 * assessment says by which rules it was made.
 */
public final class RiskRules {
    /** The version of the thresholds below and of the way the indicators are computed. */
    public static final String VERSION = "2026-11";

    /** The pass mark of a course that names none, of 100. */
    public static final double DEFAULT_PASS_MARK = 50;

    /** Fewer known indicators than this give no level. */
    public static final int FEWEST_INDICATORS = 3;

    private static final int LONG_INACTIVE = 21;
    private static final double FEW_SUBMISSIONS = 0.60;
    private static final double RARELY_THERE = 0.50;

    private RiskRules() {}

    /** The finding, or nothing when fewer than three indicators are known. */
    public static Optional<RiskFinding> assess(RiskIndicators indicators, double passMark) {
        if (indicators.known() < FEWEST_INDICATORS) {
            return Optional.empty();
        }
        var reasons = Arrays.stream(RiskReason.values())
                .flatMap(reason ->
                        reason.valueIn(indicators, passMark).map(value -> new Because(reason, value)).stream())
                .toList();
        var points =
                reasons.stream().mapToInt(because -> because.code().points()).sum();
        var level = RiskLevel.ofPoints(points);
        return Optional.of(
                new RiskFinding(isAtLeastHigh(indicators) ? level.or(RiskLevel.HIGH) : level, points, reasons));
    }

    /** Two pictures that are grave whatever the sum says. */
    private static boolean isAtLeastHigh(RiskIndicators indicators) {
        var inactive = indicators.daysInactive();
        var submitted = indicators.submissionRate();
        var attendance = indicators.attendance();
        return attendance != null && attendance < RARELY_THERE
                || inactive != null && inactive >= LONG_INACTIVE && submitted != null && submitted < FEW_SUBMISSIONS;
    }
}
