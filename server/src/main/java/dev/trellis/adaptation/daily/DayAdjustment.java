package dev.trellis.adaptation.daily;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What today should be instead, and why; for this one day, the program stays as it is (domain 05.5).
 *
 * @param before    the session as planned, null on a day without one
 * @param after     the same changed; equal to {@code before} when nothing changes
 * @param readiness null when too little is known
 * @param rules     which rules spoke, in their order
 * @param hold      an illness stops training, or safety comes first
 * @param earlyDeload a light week is proposed
 */
public record DayAdjustment(
        @Nullable DaySession before,
        @Nullable DaySession after,
        NutritionAdvice nutrition,
        @Nullable Readiness readiness,
        List<Rule> rules,
        boolean hold,
        boolean earlyDeload) {
    public DayAdjustment {
        rules = List.copyOf(rules);
    }

    /** What may change a session. */
    public enum Rule {
        SAFETY_HOLD,
        ILLNESS_STOPS_TRAINING,
        RETURN_AFTER_ILLNESS,
        COLD,
        PAIN,
        AMBER,
        ORANGE,
        RED,
        EARLY_DELOAD,
        BREAK_IN_DEFICIT
    }

    /** Whether the session is not as planned. */
    public boolean changesTraining() {
        return before != null && !before.equals(after);
    }

    /** The share of volume that goes. */
    public double reduction() {
        return before == null || after == null ? 0 : before.reductionTo(after);
    }
}
