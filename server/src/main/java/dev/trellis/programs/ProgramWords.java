package dev.trellis.programs;

import dev.trellis.programs.energy.CalorieLimit;
import dev.trellis.programs.energy.SafetyStop;
import dev.trellis.programs.energy.WeightGoal;
import dev.trellis.programs.menu.DayMenu;
import dev.trellis.programs.menu.DayMenu.Quality;
import dev.trellis.programs.menu.Meal;
import dev.trellis.programs.training.PlanNote;
import dev.trellis.programs.training.SessionKind;
import dev.trellis.programs.training.TrainingPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is said to people about their program: why something is missing, gentler or other than they wanted (domain 01.7, 02.9). */
final class ProgramWords {
    private ProgramWords() {}

    static ProgramNote note(PlanNote note) {
        return new ProgramNote(wire(note.kind()), note.text());
    }

    /** What a session is called; {@code mode} is the kind of cardio, null in strength sessions. */
    static String title(SessionKind kind, @Nullable String mode) {
        var name = switch (kind) {
            case FULL_BODY_A -> "Full body A";
            case FULL_BODY_B -> "Full body B";
            case FULL_BODY_C -> "Full body C";
            case UPPER -> "Upper body";
            case LOWER -> "Lower body";
            case PUSH -> "Push";
            case PULL -> "Pull";
            case LEGS -> "Legs";
            case CARDIO -> "Easy cardio";
            case INTERVALS -> "Intervals";
        };
        return mode == null ? name : name + ": " + mode;
    }

    static String title(Meal meal) {
        var wire = wire(meal);
        return wire.substring(0, 1).toUpperCase(Locale.ROOT) + wire.substring(1);
    }

    static ProgramNote refused(TrainingPlan.Reason reason) {
        return new ProgramNote(
                "no_training_" + wire(reason),
                switch (reason) {
                    case SYMPTOMS ->
                        "No training is planned: with the signs you told of, see a doctor before any exercise. If one of them"
                                + " is there right now, call the emergency number.";
                    case ACUTE_INJURY ->
                        "No training is planned while something is acute. Let a doctor or physiotherapist look at it; once it"
                                + " is cleared, tell us and we plan around it.";
                    case PREGNANCY_WITHOUT_CLINICIAN ->
                        "No training is planned yet: in pregnancy and in the first weeks after a birth, ask your doctor or"
                                + " midwife first, and tell us when they agree.";
                    case NOTHING_POSSIBLE ->
                        "No training is planned: what you own, like and may do leaves no exercise. Adding equipment, even a"
                                + " band, or taking something off the unwanted list helps.";
                });
    }

    static ProgramNote refused(WeightGoal.Refusal reason) {
        return new ProgramNote(
                wire(reason),
                switch (reason) {
                    case GOAL_BMI_TOO_LOW ->
                        "The weight you would like is below what is healthy for your height. Choose a higher one, or leave it"
                                + " open.";
                    case LOSS_TOO_FAST ->
                        "That is faster than is safe for you: at most 1 % of your weight a week, at most 1 kg, and 0.7 % when"
                                + " your BMI is below 25. Choose a slower rate, or leave it to us.";
                    case LOSS_TOO_SLOW -> "To lose weight, choose at least 0.25 % a week, or keep your weight.";
                    case GAIN_TOO_FAST -> "To gain weight, choose at most 0.5 % a week: more would mostly be fat.";
                    case GAIN_TOO_SLOW -> "To gain weight, choose at least 0.1 % a week, or keep your weight.";
                    case RATE_LEADS_AWAY ->
                        "The weight you would like lies in the other direction of what you chose. Change one of the two.";
                });
    }

    static ProgramNote tooFewCalories(int kcal, double needed) {
        return new ProgramNote(
                "too_few_calories",
                "No meals are planned: the %d kcal a day that your goal leaves are fewer than the %d kcal of protein and fat you need. A slower rate makes room."
                        .formatted(kcal, Math.round(needed)));
    }

    static ProgramNote confirmationNeeded(NutritionPlan.Planned planned) {
        return new ProgramNote(
                "below_resting_energy",
                "The target would be %d kcal a day, less than the %d kcal your body is estimated to need at rest. Choose a slower rate, or confirm with confirm_below_resting that you want this."
                        .formatted(
                                planned.calories().target(),
                                Rounding.toWhole(planned.resting().kcal())));
    }

    /** Why there are no targets, or other ones than were wanted. */
    static List<ProgramNote> withheld(Collection<SafetyStop> stops) {
        return stops.stream().sorted().map(ProgramWords::stop).toList();
    }

    static List<ProgramNote> notes(NutritionPlan.Planned planned) {
        var notes = new ArrayList<>(withheld(planned.stops()));
        if (planned.softened()) {
            boolean explained = planned.stops().stream().anyMatch(stop -> stop != SafetyStop.WARN_BMI_HIGH);
            notes.add(new ProgramNote(
                    "deficit_not_given",
                    explained
                            ? "You wanted to lose weight. For the reason above, the meals keep your weight instead."
                            : "While you breastfeed, eat less only when your doctor or midwife agrees. Until then the meals"
                                    + " keep your weight."));
        }
        if (planned.showNumbers()) {
            notes.addAll(limits(planned));
        }
        planned.menus().notes().forEach(note -> notes.add(new ProgramNote(wire(note.kind()), note.text())));
        var days = planned.menus().days();
        long missed = days.stream()
                .filter(day -> day.quality() == Quality.NOT_REACHED)
                .count();
        if (missed > 0) {
            notes.add(new ProgramNote(
                    "targets_not_reached",
                    "%d of %d days could not reach your targets with these foods; %s. Fewer exclusions help."
                            .formatted(missed, days.size(), largest(days))));
        }
        notes.add(new ProgramNote(
                "labels", "Allergens are known by kind of food, not by brand: check the label each time."));
        return notes;
    }

    private static List<ProgramNote> limits(NutritionPlan.Planned planned) {
        var notes = new ArrayList<ProgramNote>();
        for (var limit : planned.calories().limits()) {
            notes.add(new ProgramNote("calorie_" + wire(limit), limit(limit, planned)));
        }
        if (planned.belowResting()) {
            notes.add(new ProgramNote(
                    "below_resting_energy",
                    "%d kcal a day is less than your body is estimated to need at rest, %d kcal. You have confirmed that."
                            .formatted(
                                    planned.calories().target(),
                                    Rounding.toWhole(planned.resting().kcal()))));
        }
        if (planned.resting().outOfRangeAge()) {
            notes.add(new ProgramNote(
                    "estimate_out_of_range",
                    "The equation for resting energy was made for ages 19 to 78; take the numbers as a rough guess."));
        }
        return notes;
    }

    private static String limit(CalorieLimit limit, NutritionPlan.Planned planned) {
        return switch (limit) {
            case DEFICIT_CAP -> "Your wish would ask for a larger deficit than is sensible; it was made smaller.";
            case SURPLUS_CAP -> "Your wish would ask for a larger surplus than is useful; it was made smaller.";
            case FLOOR ->
                "The target is kept at %d kcal, the least we plan."
                        .formatted(planned.calories().floor());
        };
    }

    private static String largest(List<DayMenu> days) {
        var deviation = days.stream()
                .filter(day -> day.quality() == Quality.NOT_REACHED)
                .findFirst()
                .orElseThrow()
                .deviations()
                .getFirst();
        return "the farthest off was %s, by %d %%"
                .formatted(wire(deviation.nutrient()), Math.round(100 * Math.abs(deviation.share())));
    }

    private static ProgramNote stop(SafetyStop stop) {
        return new ProgramNote(
                wire(stop),
                switch (stop) {
                    case STOP_MINOR ->
                        "Under 18 we set no targets for calories or weight. Training and good habits are what helps.";
                    case STOP_PREGNANT ->
                        "In pregnancy and soon after a birth we set no targets; follow your midwife or doctor.";
                    case STOP_BMI_LOW ->
                        "Your weight is low for your height, so nothing here asks you to eat less. Talk to a doctor about it.";
                    case STOP_ED ->
                        "What you told about food is a reason for care: no calories or weights are shown, and nothing asks you"
                                + " to eat less. Talking to somebody who knows about it helps many people.";
                    case STOP_MED -> "With your treatment, targets for eating belong to your clinic; we set none.";
                    case STOP_RAPID ->
                        "You have lost weight fast or without wanting to, so nothing here asks you to eat less. Have it looked"
                                + " at by a doctor.";
                    case WARN_BMI_HIGH -> "Before you begin, talk your program through with a doctor.";
                });
    }

    private static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
