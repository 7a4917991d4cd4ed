package dev.trellis.adaptation.daily;

import dev.trellis.adaptation.daily.DayAdjustment.Rule;
import dev.trellis.programs.training.Eligibility;
import dev.trellis.programs.training.Exercises;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what a day should be instead (domain 05.4, 05.5): illness first, then readiness, then what hurts. */
public final class DailyAdjuster {
    private static final int RED_DAYS_FOR_DELOAD = 2;
    private static final int LOW_DAYS_FOR_DELOAD = 3;

    private final Exercises exercises;

    public DailyAdjuster(Exercises exercises) {
        this.exercises = exercises;
    }

    /**
     * @param planned      today's session, null on a day of rest
     * @param readiness    null when too little is known
     * @param bandsBefore  of the days before, yesterday first, as far as they are known without a gap
     * @param eligibility  which exercises the person can and may do on a usual day
     */
    public DayAdjustment adjust(
            DayContext today,
            @Nullable DaySession planned,
            @Nullable Readiness readiness,
            List<ReadinessBand> bandsBefore,
            NutritionAdvice.Day food,
            Eligibility eligibility) {
        var rules = new ArrayList<Rule>();
        var after = planned == null ? null : session(today, planned, readiness, eligibility, rules);
        var bands = new ArrayList<ReadinessBand>();
        if (readiness != null) {
            bands.add(readiness.band());
            bands.addAll(bandsBefore);
        }
        boolean deload =
                inARow(bands, ReadinessBand.RED) >= RED_DAYS_FOR_DELOAD || lowInARow(bands) >= LOW_DAYS_FOR_DELOAD;
        double cut = planned == null || after == null ? 0 : planned.reductionTo(after);
        var nutrition = NutritionAdvice.of(today, food, cut);
        if (deload) {
            rules.add(Rule.EARLY_DELOAD);
        }
        if (nutrition.breakInDeficit()) {
            rules.add(Rule.BREAK_IN_DEFICIT);
        }
        boolean hold = today.illness().stopsTraining();
        return new DayAdjustment(planned, after, nutrition, readiness, rules, hold, deload);
    }

    private DaySession session(
            DayContext today,
            DaySession planned,
            @Nullable Readiness readiness,
            Eligibility eligibility,
            List<Rule> rules) {
        if (today.illness().stopsTraining()) {
            rules.add(Rule.ILLNESS_STOPS_TRAINING);
            return TrainingAdjustment.ofIllness();
        }
        var band = readiness == null ? ReadinessBand.GREEN : readiness.band();
        var session = TrainingAdjustment.of(band, planned);
        switch (band) {
            case GREEN -> {}
            case AMBER -> rules.add(Rule.AMBER);
            case ORANGE -> rules.add(Rule.ORANGE);
            case RED -> rules.add(Rule.RED);
        }
        if (today.illness() == Illness.ABOVE_NECK && band != ReadinessBand.RED) {
            rules.add(Rule.COLD);
            session = smaller(session, TrainingAdjustment.ofCold(planned));
        }
        var painless = TrainingAdjustment.withoutPain(today, session, exercises, eligibility);
        if (!painless.equals(session)) {
            rules.add(Rule.PAIN);
        }
        return painless;
    }

    /** Where two rules speak, the one that leaves less holds. */
    private static DaySession smaller(DaySession byBand, DaySession byCold) {
        boolean bandLeavesLess = byBand.sets() < byCold.sets() || byBand.cardioMinutes() < byCold.cardioMinutes();
        return bandLeavesLess ? byBand : byCold;
    }

    private static int inARow(List<ReadinessBand> latestFirst, ReadinessBand wanted) {
        int days = 0;
        while (days < latestFirst.size() && latestFirst.get(days) == wanted) {
            days++;
        }
        return days;
    }

    private static int lowInARow(List<ReadinessBand> latestFirst) {
        int days = 0;
        while (days < latestFirst.size() && latestFirst.get(days).isLow()) {
            days++;
        }
        return days;
    }
}
