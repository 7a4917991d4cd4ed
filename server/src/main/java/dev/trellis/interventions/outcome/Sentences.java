package dev.trellis.interventions.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a summary says to the person: plain, with denominators, without blame and without claims of a cause. */
final class Sentences {
    private Sentences() {}

    static List<String> of(
            PeriodDays period,
            TrackedDays days,
            BigDecimal adherence,
            @Nullable BigDecimal averageCompletion,
            MoodOverPeriod mood,
            EffectAnswer effect,
            List<Correlation> correlations) {
        var sentences = new ArrayList<String>(4);
        if (!period.hasCountedDays()) {
            return List.of("This period was paused on all of its days, so there is nothing to sum up.");
        }
        if (averageCompletion == null) {
            sentences.add("Nothing was recorded on the " + days(days.total())
                    + " of this period, so it cannot say how things went.");
        } else {
            sentences.add("You recorded " + days.tracked() + " of " + days(days.total()) + " and did "
                    + WholePercent.of(averageCompletion) + " % of your plan on them" + overall(days, adherence));
        }
        addMood(sentences, mood);
        EffectSentences.addTo(sentences, effect);
        for (var correlation : correlations) {
            sentences.add(correlation(correlation));
        }
        return List.copyOf(sentences);
    }

    static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String overall(TrackedDays days, BigDecimal adherence) {
        return days.tracked() == days.total()
                ? "."
                : "; with the other days counted as zero, that is " + WholePercent.of(adherence)
                        + " % of the whole plan.";
    }

    private static void addMood(List<String> sentences, MoodOverPeriod mood) {
        if (mood.average() == null) {
            return;
        }
        int noted = mood.firstHalfDays() + mood.secondHalfDays();
        var average =
                "Your mood averaged " + oneDecimal(mood.average()) + " of 5 over the " + days(noted) + " you noted it";
        sentences.add(average + trend(mood));
    }

    private static String trend(MoodOverPeriod mood) {
        var halves = ", " + mood.firstHalf() + " in the first half (" + days(mood.firstHalfDays()) + ") and "
                + mood.secondHalf() + " in the second (" + days(mood.secondHalfDays()) + ")";
        return switch (mood.trend()) {
            case null ->
                ". That is too little to speak of a trend: it takes " + MoodOverPeriod.NEEDED_PER_HALF
                        + " days with a mood in each half, and there were " + mood.firstHalfDays() + " and "
                        + mood.secondHalfDays() + ".";
            case IMPROVED -> halves + ": it rose. What made it rise, these numbers do not tell.";
            case DECLINED -> halves + ": it fell. What made it fall, these numbers do not tell.";
            case STABLE -> halves + ": about the same.";
        };
    }

    private static String correlation(Correlation found) {
        var first = OutcomeWords.of(found.first());
        var second = OutcomeWords.of(found.second());
        return (found.lag() == 0 ? "On days with " : "On the day after ") + first.more(true) + " " + first.noun() + ", "
                + second.noun() + " tended to be " + second.more(found.rho() > 0) + " (" + found.days()
                + " days compared, rank correlation "
                + BigDecimal.valueOf(found.rho()).setScale(2, RoundingMode.HALF_UP)
                + "). Going together does not say which of them leads to the other, or whether either does.";
    }

    private static BigDecimal oneDecimal(BigDecimal value) {
        return value.setScale(1, RoundingMode.HALF_UP);
    }
}
