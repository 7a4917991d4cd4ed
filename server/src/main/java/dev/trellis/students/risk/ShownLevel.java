package dev.trellis.students.risk;

import org.jspecify.annotations.Nullable;

/**
 * The level people see. It rises at once and falls only after two evaluations below it, then to the higher of the two
 * (domain 10.2).
 *
 * @param level what is shown
 * @param lower what the last evaluation found, when that was below; null otherwise
 */
public record ShownLevel(RiskLevel level, @Nullable RiskLevel lower) {
    /** The first evaluation is shown as it is. */
    public static ShownLevel first(RiskLevel found) {
        return new ShownLevel(found, null);
    }

    /** What is shown after the next evaluation. */
    public ShownLevel next(RiskLevel found) {
        if (!level.isAbove(found)) {
            return first(found);
        }
        if (lower == null) {
            return new ShownLevel(level, found);
        }
        var lowered = lower.or(found);
        return new ShownLevel(lowered, lowered.isAbove(found) ? found : null);
    }
}
