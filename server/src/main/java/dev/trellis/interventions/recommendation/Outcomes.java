package dev.trellis.interventions.recommendation;

import java.util.OptionalDouble;

/**
 * What people here said after trying an item (domain 08.4).
 *
 * @param helpful ended a period and answered that it helped
 * @param tries answers that count: it helped, or it did not. "Did not try" and "stopped for another reason" do not
 * @param started periods begun, whether or not they ended
 * @param answered periods whose closing question was answered in any way
 * @param weightedHelpfulShare the share of helpful answers when each counts by the inverse of its chance of having been
 *     shown ({@code sum(weight * helped) / sum(weight)}, see {@link Propensity#weight}); absent means all weigh the same
 */
public record Outcomes(long helpful, long tries, long started, long answered, OptionalDouble weightedHelpfulShare) {
    /** Nobody has tried it yet. */
    public static final Outcomes NONE = new Outcomes(0, 0, 0, 0, OptionalDouble.empty());

    public Outcomes {
        if (helpful < 0 || tries < helpful || answered < 0 || started < answered) {
            throw new IllegalArgumentException("outcomes need 0 <= helpful <= tries and 0 <= answered <= started, not "
                    + helpful + "/" + tries + " and " + answered + "/" + started);
        }
        if (weightedHelpfulShare.isPresent()
                && !(weightedHelpfulShare.getAsDouble() >= 0 && weightedHelpfulShare.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("a weighted share lies between 0 and 1");
        }
    }

    /** Outcomes whose every starter answered, each answer weighing the same. */
    public static Outcomes of(long helpful, long tries) {
        return new Outcomes(helpful, tries, tries, tries, OptionalDouble.empty());
    }

    /** Answered periods per started one; 1 while nothing has started. */
    public double answerRate() {
        return started == 0 ? 1 : (double) answered / started;
    }
}
