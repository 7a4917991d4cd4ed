package dev.trellis.adaptation;

import dev.trellis.adaptation.ControllerStateStore.CalorieReviewed;
import dev.trellis.adaptation.ProgramReview.Loop;
import dev.trellis.adaptation.reassessment.CalorieReview;
import dev.trellis.adaptation.reassessment.CalorieState;
import dev.trellis.adaptation.reassessment.Milestones;
import dev.trellis.adaptation.reassessment.ReviewWords;
import dev.trellis.adaptation.reassessment.VolumeController;
import dev.trellis.programs.energy.SafetyStop;
import dev.trellis.programs.training.Deload;
import dev.trellis.tracking.Weighing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a review shows: its terms and its sentences, the same on the day itself and years later. */
final class ReviewTexts {
    private static final int WINDOW = 28;

    private ReviewTexts() {}

    static Loop calories(CalorieInputs inputs, CalorieState after, @Nullable UUID change, @Nullable String status) {
        var review = inputs.review();
        int before = inputs.before().published();
        var outcome = switch (review) {
            case CalorieReview.Reviewed ignored -> after.published() == before ? "no_change" : "changed";
            case CalorieReview.Unchanged ignored -> "no_change";
            case CalorieReview.ToMaintenance ignored -> "to_maintenance";
        };
        return new Loop(
                outcome,
                inputs.gate(),
                before,
                after.published(),
                terms(inputs, review, after),
                sentence(inputs, review, after),
                change,
                status);
    }

    private static Map<String, Object> terms(CalorieInputs inputs, CalorieReview review, CalorieState after) {
        var terms = new LinkedHashMap<String, Object>();
        terms.put("set_point", inputs.setPoint());
        terms.put("floor", inputs.floor());
        terms.put("ceiling", inputs.ceiling());
        terms.put("logged", inputs.logged());
        terms.put("weighings", inputs.weighings().size());
        terms.put("expenditure", inputs.expenditure().kcal());
        terms.put("output", after.output());
        inputs.weights().slope().ifPresent(slope -> {
            terms.put("slope", slope.kgPerWeek());
            if (!Double.isNaN(slope.standardError())) {
                terms.put("slope_standard_error", 7 * slope.standardError());
            }
        });
        if (review instanceof CalorieReview.Reviewed(var step, var slope, var onlyUpward)) {
            terms.put("measured", step.measured().slope());
            terms.put("mean_kg", step.measured().meanKg());
            terms.put("error", step.error());
            terms.put("quiet", step.quiet());
            terms.put("proportional", step.proportional());
            terms.put("integral", step.integral());
            terms.put("derivative", step.derivative());
            terms.put("feed_forward", step.feedForward());
            terms.put("only_upward", onlyUpward);
        }
        return terms;
    }

    private static String sentence(CalorieInputs inputs, CalorieReview review, CalorieState after) {
        return switch (review) {
            case CalorieReview.Reviewed(var step, var slope, var onlyUpward) ->
                ReviewWords.of(step, slope, days(inputs))
                        + (onlyUpward
                                ? " With food logged on %d %% of days the target is only ever raised."
                                        .formatted(Math.round(100 * inputs.logged()))
                                : "");
            case CalorieReview.Unchanged(var reason) -> why(reason, inputs) + " Your target stays.";
            case CalorieReview.ToMaintenance(var reason) ->
                why(reason, inputs)
                        + (inputs.verdict().foodNumbers()
                                ? " The target goes to what keeps your weight: %d kcal.".formatted(after.published())
                                : " Your meals go to what keeps your weight.");
        };
    }

    /** Days that the weights behind a slope span. */
    private static long days(CalorieInputs inputs) {
        var first = inputs.programStart().plusDays(7);
        var used = inputs.weighings().stream()
                .map(Weighing::day)
                .filter(day -> !day.isBefore(first) && !inputs.unusual().contains(day))
                .toList();
        return used.isEmpty() ? 0 : ChronoUnit.DAYS.between(used.getFirst(), used.getLast()) + 1;
    }

    private static String why(CalorieReview.Reason reason, CalorieInputs inputs) {
        return switch (reason) {
            case TOO_EARLY ->
                "Calories are reviewed from day %d of a program on; before that a scale says too little."
                        .formatted(WINDOW);
            case TOO_FEW_WEIGHINGS ->
                "Too few weighings in the last %d days; a review needs 14 of them on 10 days.".formatted(WINDOW);
            case CYCLE_NOT_COVERED -> "The weights do not yet cover a whole cycle.";
            case SAFETY_STOP ->
                inputs.verdict().stops().contains(SafetyStop.STOP_RAPID)
                        ? "You lost weight faster than is good for you; please ask a clinician."
                        : "What you told about your health comes before a target; please ask a clinician.";
            case SAFETY_HOLD -> "How you are comes before any target.";
            case LOW_READINESS -> "You had many hard days lately; this is no time to change what you eat.";
        };
    }

    static Loop volume(VolumeInputs inputs, @Nullable UUID change, @Nullable String status) {
        var step = inputs.review();
        int before = inputs.before().sets();
        int after = step.map(its -> its.after().sets()).orElse(before);
        return new Loop(
                before == after ? "no_change" : "changed",
                inputs.gate(),
                before,
                after,
                terms(inputs, step),
                step.map(ReviewWords::of).orElseGet(() -> why(inputs)),
                change,
                status);
    }

    private static Map<String, Object> terms(VolumeInputs inputs, Optional<VolumeController.Step> step) {
        var terms = new LinkedHashMap<String, Object>();
        terms.put("known", inputs.known());
        terms.put("planned", inputs.planned());
        terms.put("least", inputs.least());
        terms.put("most", inputs.most());
        terms.put("pain", inputs.signs().pain());
        terms.put("may_increase", inputs.mayIncrease());
        put(terms, "readiness", inputs.signs().readiness());
        put(terms, "strength_percent", inputs.signs().strengthPercent());
        step.ifPresent(its -> {
            terms.put("adherence", its.adherence());
            terms.put("error", its.error());
            terms.put("quiet", its.quiet());
            terms.put("factor", its.factor());
            terms.put("budget", its.after().budget());
        });
        return terms;
    }

    static Map<String, Object> terms(Deload.Signs signs) {
        var terms = new LinkedHashMap<String, Object>();
        terms.put("strength_percent", signs.strengthPercent());
        put(terms, "readiness", signs.readiness());
        put(terms, "adherence", signs.adherence());
        terms.put("joint_pain", signs.jointPain());
        return terms;
    }

    private static void put(Map<String, Object> terms, String name, @Nullable Double value) {
        if (value != null) {
            terms.put(name, value);
        }
    }

    private static String why(VolumeInputs inputs) {
        return switch (inputs.gate() == null ? "" : inputs.gate()) {
            case "safety_hold" -> "How you are comes before any plan. Your weekly sets stay.";
            case "no_strength" -> "No strength session lies ahead, so there is nothing to review.";
            default ->
                "Of %d strength sessions in the last two weeks it is known of %d what became of them; a review needs 4, and half of them. Your %d weekly sets stay."
                        .formatted(
                                inputs.planned(),
                                inputs.known(),
                                inputs.before().sets());
        };
    }

    /** What is noticed beside the controllers (domain 06.6). */
    static List<String> messages(
            RunningProgram program, CalorieInputs inputs, List<CalorieReviewed> past, LocalDate deficitSince) {
        var messages = new ArrayList<String>();
        boolean atGoalBefore = !past.isEmpty() && past.getLast().inputs().atGoal();
        if (inputs.atGoal() && !atGoalBefore) {
            messages.add(
                    "You reached your goal: your trend has been within half a kilogram of it for two weeks. From now"
                            + " on the target keeps it.");
        }
        inputs.weights().slope().ifPresent(slope -> {
            if (Milestones.isPlateau(slope.kgPerWeek(), inputs.logged(), inputs.setPoint())) {
                messages.add("Your weight has stayed about the same for four weeks, with food logged on %d %% of days."
                        .formatted(Math.round(100 * inputs.logged())));
            }
        });
        if (isTimeForABreak(program, inputs, deficitSince)) {
            messages.add(
                    "You have eaten less than you spend for %d weeks; one or two weeks at maintenance may do you good."
                            .formatted(ChronoUnit.WEEKS.between(deficitSince, inputs.today())));
        }
        return messages;
    }

    static boolean isTimeForABreak(RunningProgram program, CalorieInputs inputs, LocalDate deficitSince) {
        return program.eating() != null
                && inputs.setPoint() < 0
                && Milestones.isTimeForABreak((int) ChronoUnit.WEEKS.between(deficitSince, inputs.today()));
    }
}
