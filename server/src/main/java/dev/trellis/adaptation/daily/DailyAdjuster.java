package dev.trellis.adaptation.daily;

import dev.trellis.adaptation.daily.DayAdjustment.Rule;
import dev.trellis.programs.training.Eligibility;
import dev.trellis.programs.training.Exercises;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
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
        return adjust(today, planned, readiness, bandsBefore, food, eligibility, Holding.NOTHING);
    }

    /**
     * What else keeps from training.
     *
     * @param safety      an event that comes before everything else is open
     * @param returnShare of the planned volume while coming back from an illness; empty without one
     */
    public record Holding(boolean safety, OptionalDouble returnShare) {
        /** Nothing does. */
        public static final Holding NOTHING = new Holding(false, OptionalDouble.empty());

        private boolean stops() {
            return safety || (returnShare.isPresent() && returnShare.getAsDouble() == 0);
        }
    }

    /** As {@link #adjust(DayContext, DaySession, Readiness, List, NutritionAdvice.Day, Eligibility)}, with what holds. */
    public DayAdjustment adjust(
            DayContext today,
            @Nullable DaySession planned,
            @Nullable Readiness readiness,
            List<ReadinessBand> bandsBefore,
            NutritionAdvice.Day food,
            Eligibility eligibility,
            Holding holding) {
        var rules = new ArrayList<Rule>();
        var after = planned == null ? null : session(today, planned, readiness, eligibility, holding, rules);
        var bands = new ArrayList<ReadinessBand>();
        if (readiness != null) {
            bands.add(readiness.band());
            bands.addAll(bandsBefore);
        }
        boolean deload =
                inARow(bands, ReadinessBand.RED) >= RED_DAYS_FOR_DELOAD || lowInARow(bands) >= LOW_DAYS_FOR_DELOAD;
        double cut = planned == null || after == null ? 0 : planned.reductionTo(after);
        var nutrition = NutritionAdvice.of(today, food, cut, holding.safety());
        if (deload) {
            rules.add(Rule.EARLY_DELOAD);
        }
        if (nutrition.breakInDeficit()) {
            rules.add(Rule.BREAK_IN_DEFICIT);
        }
        boolean hold = today.illness().stopsTraining() || holding.stops();
        return new DayAdjustment(planned, after, nutrition, readiness, rules, hold, deload);
    }

    private DaySession session(
            DayContext today,
            DaySession planned,
            @Nullable Readiness readiness,
            Eligibility eligibility,
            Holding holding,
            List<Rule> rules) {
        if (holding.safety()) {
            rules.add(Rule.SAFETY_HOLD);
            return TrainingAdjustment.ofRest();
        }
        if (today.illness().stopsTraining() || holding.stops()) {
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
        if (holding.returnShare().isPresent()) {
            rules.add(Rule.RETURN_AFTER_ILLNESS);
            session = smaller(
                    session,
                    TrainingAdjustment.ofReturn(planned, holding.returnShare().getAsDouble()));
        }
        var painless = TrainingAdjustment.withoutPain(today, session, exercises, eligibility);
        if (!painless.equals(session)) {
            rules.add(Rule.PAIN);
        }
        return painless;
    }

    /** Where two rules speak, the one that leaves less holds. */
    private static DaySession smaller(DaySession one, DaySession other) {
        return one.sets() < other.sets() || one.cardioMinutes() < other.cardioMinutes() ? one : other;
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
