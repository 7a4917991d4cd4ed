package dev.trellis.adaptation;

import dev.trellis.adaptation.DayOverride.FoodChange;
import dev.trellis.adaptation.DayOverride.TrainingChange;
import dev.trellis.adaptation.DayOverride.Type;
import dev.trellis.adaptation.daily.DailyAdjuster;
import dev.trellis.adaptation.daily.DailyAdjuster.Holding;
import dev.trellis.adaptation.daily.DayAdjustment;
import dev.trellis.adaptation.daily.DayAdjustment.Rule;
import dev.trellis.adaptation.daily.DayContext;
import dev.trellis.adaptation.daily.DaySession;
import dev.trellis.adaptation.daily.NutritionAdvice;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.menu.Foods;
import dev.trellis.programs.menu.PortionSolver;
import dev.trellis.programs.training.Exercises;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a day could be instead, put together from the rules; nothing is read and nothing is written here. */
@ApplicationScoped
class DayDrafts {
    private final Exercises exercises = Exercises.shipped();
    private final Foods foods = Foods.shipped();
    private final SessionForms forms = new SessionForms(exercises);
    private final DailyAdjuster adjuster = new DailyAdjuster(exercises);

    /**
     * A change of the day that could be made.
     *
     * @param reduction share of the session's volume that goes
     * @param hold      safety: it is made at once
     */
    record Draft(
            Type type,
            @Nullable TrainingChange training,
            @Nullable FoodChange food,
            List<String> rules,
            double reduction,
            int kcalChange,
            boolean hold,
            String explanation) {}

    /**
     * What the rules say of a day.
     *
     * @param advice       sentences that change no number
     * @param earlyDeload  a light week is to be proposed
     * @param breakInDeficit three days at maintenance are to be proposed
     */
    record Drafts(List<Draft> drafts, List<String> advice, boolean earlyDeload, boolean breakInDeficit) {}

    Drafts of(DaySituation situation) {
        var adjusted = adjusted(situation);
        var first = adjusted.stream()
                .max(Comparator.comparingDouble(one -> one.adjustment().reduction()))
                .map(Adjusted::adjustment)
                .orElseGet(() -> adjust(situation, null));
        var training = training(situation, adjusted);
        var food = food(situation, first.nutrition());
        var advice = new ArrayList<>(first.nutrition().advice());
        if (situation.illness().needsClinician()) {
            advice.add("You have been ill for %d days: please ask a clinician before you train again."
                    .formatted(situation.illness().daysIll()));
        }
        var drafts = new ArrayList<Draft>();
        boolean together =
                training.isPresent() && food.isPresent() && food.get().kcalChange() < 0;
        if (together) {
            drafts.add(both(training.get(), food.get()));
        } else {
            training.ifPresent(drafts::add);
            food.ifPresent(drafts::add);
        }
        return new Drafts(
                drafts,
                advice,
                first.earlyDeload() && !situation.safetyHold(),
                first.nutrition().breakInDeficit() && !situation.safetyHold());
    }

    private record Adjusted(CalendarEvent event, DaySession planned, DayAdjustment adjustment) {}

    private List<Adjusted> adjusted(DaySituation situation) {
        return situation.sessions().stream()
                .filter(event -> forms.knows(event.session()))
                .map(event -> {
                    var planned = forms.read(event.session());
                    return new Adjusted(event, planned, adjust(situation, planned));
                })
                .toList();
    }

    private DayAdjustment adjust(DaySituation situation, @Nullable DaySession planned) {
        var food = situation.food();
        var illness = situation.illness();
        var context = situation.told() == null
                ? withIllness(situation)
                : ContextReader.context(situation.told(), illness.today());
        int low = situation.history().lowDaysUpTo(situation.day());
        return adjuster.adjust(
                context,
                planned,
                situation.readiness().orElse(null),
                situation.history().bandsBefore(situation.day()),
                new NutritionAdvice.Day(
                        food == null ? 0 : food.kcal(),
                        food == null ? 0 : food.floor(),
                        food == null ? 0 : food.maintenance(),
                        situation.settings().fewerCarbsOnCuts(),
                        low,
                        situation.history().strainedDaysUpTo(situation.day()),
                        situation.extraMinutes()),
                situation.program().request().training().eligibility(),
                new Holding(situation.safetyHold(), illness.returnShare()));
    }

    private static DayContext withIllness(DaySituation situation) {
        var silent = DayContext.SILENT;
        return new DayContext(
                null, null, null, null, null, null, situation.illness().today(), silent.pain());
    }

    private Optional<Draft> training(DaySituation situation, List<Adjusted> adjusted) {
        var changed = adjusted.stream()
                .filter(one -> one.adjustment().changesTraining())
                .toList();
        boolean hold = changed.stream().anyMatch(one -> one.adjustment().hold());
        if (changed.isEmpty() || (situation.hasStarted() && !hold)) {
            return Optional.empty();
        }
        var rules = new LinkedHashSet<String>();
        changed.forEach(one -> one.adjustment().rules().stream()
                .filter(rule -> rule != Rule.EARLY_DELOAD && rule != Rule.BREAK_IN_DEFICIT)
                .forEach(rule -> rules.add(Words.of(rule))));
        var after = changed.stream()
                .map(one -> forms.written(
                        one.event(), Objects.requireNonNull(one.adjustment().after())))
                .toList();
        var before = changed.stream().map(Adjusted::event).toList();
        double reduction = changed.stream()
                .mapToDouble(one -> one.adjustment().reduction())
                .max()
                .orElse(0);
        return Optional.of(new Draft(
                Type.TRAINING,
                new TrainingChange(EntrySnapshot.of(before), EntrySnapshot.of(after), reduction),
                null,
                List.copyOf(rules),
                reduction,
                0,
                hold,
                DayWords.ofTraining(situation, List.copyOf(rules), before, after)));
    }

    private Optional<Draft> food(DaySituation situation, NutritionAdvice advice) {
        var food = situation.food();
        var eating = situation.program().eating();
        if (food == null
                || eating == null
                || advice.kcal() == food.kcal()
                || situation.meals().isEmpty()) {
            return Optional.empty();
        }
        var targets = FoodTargets.ofDay(
                eating.macros(),
                advice.kcal(),
                food.floor(),
                situation.program().request().meals());
        var portions = new MealPortions(foods, new PortionSolver())
                .portioned(situation.meals(), targets, situation.done())
                .filter(MealPortions.Portioned::isReached);
        return portions.map(portioned -> new Draft(
                Type.NUTRITION,
                null,
                new FoodChange(
                        EntrySnapshot.of(situation.meals()),
                        EntrySnapshot.of(portioned.meals()),
                        food.kcal(),
                        advice.kcal(),
                        Words.of(portioned.menu().quality())),
                advice.rules().stream().map(Words::of).toList(),
                0,
                advice.kcal() - food.kcal(),
                false,
                DayWords.ofFood(advice, food)));
    }

    private static Draft both(Draft training, Draft food) {
        var rules = new ArrayList<>(training.rules());
        rules.addAll(food.rules());
        return new Draft(
                Type.BOTH,
                training.training(),
                food.food(),
                rules,
                training.reduction(),
                food.kcalChange(),
                training.hold(),
                training.explanation() + " " + food.explanation());
    }
}
