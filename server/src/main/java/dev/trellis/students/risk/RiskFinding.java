package dev.trellis.students.risk;

import java.util.List;

/**
 * A level, the points that make it, and why.
 *
 * @param reasons in the order of {@link RiskReason}, each with the value behind it
 */
public record RiskFinding(RiskLevel level, int points, List<Because> reasons) {
    /** A reason and the value that gives it, in the indicator's own unit. */
    public record Because(RiskReason code, double value) {}

    /** The reasons' codes. */
    public List<String> codes() {
        return reasons.stream().map(because -> because.code().name()).toList();
    }
}
