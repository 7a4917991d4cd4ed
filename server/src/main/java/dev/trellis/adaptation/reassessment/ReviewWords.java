package dev.trellis.adaptation.reassessment;

import dev.trellis.programs.energy.WeightSlope;
import java.util.Locale;

/** What a review says to the person: what was seen, how sure that is, what it suggests (domain 06.6). */
public final class ReviewWords {
    private static final double CERTAIN = 1.96;

    private ReviewWords() {}

    /** Of calories; days are those the weights span. */
    public static String of(CalorieController.Step step, WeightSlope slope, long days) {
        double kgPerWeek = slope.kgPerWeek();
        double off = CERTAIN * 7 * slope.standardError();
        var seen = "Your trend over the last %d days is %s kg/week (likely between %s and %s). The plan aimed for %s."
                .formatted(
                        days,
                        signed(kgPerWeek),
                        signed(kgPerWeek - off),
                        signed(kgPerWeek + off),
                        signed(step.measured().setPoint()));
        int target = step.after().published();
        return step.change() == 0
                ? seen + " Your target stays at %d kcal.".formatted(target)
                : seen + " Suggested target %d kcal (%+d). You decide.".formatted(target, step.change());
    }

    /** Of volume. */
    public static String of(VolumeController.Step step) {
        var seen = "You did %d %% of your strength sessions over the last two weeks; the plan aims for 90 %%."
                .formatted(Math.round(100 * step.adherence()));
        return step.change() == 0
                ? seen + " Your %d weekly sets stay.".formatted(step.after().sets())
                : seen
                        + " Suggested: %d sets a week (%+d). You decide."
                                .formatted(step.after().sets(), step.change());
    }

    private static String signed(double kgPerWeek) {
        var text = String.format(Locale.ROOT, "%+.2f", kgPerWeek);
        return text.equals("-0.00") || text.equals("+0.00") ? "0.00" : text;
    }
}
