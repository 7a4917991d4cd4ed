package dev.trellis.interventions.web;

import dev.trellis.interventions.PeriodStart;
import dev.trellis.platform.Problem.FieldError;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import java.util.stream.Collectors;

/** Why a period did not start, in words that say what to do. */
final class StartRefusals {
    private StartRefusals() {}

    static ProblemException problem(PeriodStart.Result refusal) {
        return switch (refusal) {
            case PeriodStart.Started started -> throw new IllegalArgumentException("not a refusal: " + started);
            case PeriodStart.UnknownIntervention() ->
                ProblemException.invalid(
                        "/intervention_id", "Name an intervention of the catalogue, or one of your own.");
            case PeriodStart.UnknownIntake() -> ProblemException.invalid("/intake_id", "There is no such intake.");
            case PeriodStart.UnknownHabit(var habit, var known) ->
                ProblemException.invalid(
                        "/selected_habits",
                        "\"" + habit + "\" is not one of its habits: " + String.join("; ", known) + ".");
            case PeriodStart.NeedsHabitsAndDuration() ->
                ProblemException.invalid(
                        "/selected_habits", "Something of your own needs selected_habits and planned_duration_days.");
            case PeriodStart.AlreadyOpen(var periodId) ->
                new ProblemException(ProblemType.WRONG_STATE, "It runs already, as period " + periodId + ".");
            case PeriodStart.TooManyOpen(var most) ->
                new ProblemException(
                        ProblemType.WRONG_STATE,
                        "Already " + most + " periods are active or paused. Complete or abandon one first.");
            case PeriodStart.Contraindicated(var tag, var contraindications) ->
                new ProblemException(
                        ProblemType.INVALID_INPUT,
                        "This one is not for you, by what your profile says: " + contraindications);
            case PeriodStart.NeedsAnswers(var questions) ->
                new ProblemException(
                        ProblemType.INVALID_INPUT,
                        "Answer first, with true or false under answers: "
                                + questions.stream().map(tag -> tag.question()).collect(Collectors.joining(" ")),
                        questions.stream()
                                .map(tag -> new FieldError("/answers/" + tag.code(), tag.question()))
                                .toList());
            case PeriodStart.UnknownQuestion(var tag) ->
                ProblemException.invalid("/answers/" + tag, "This intervention does not ask that.");
            case PeriodStart.OnHold() ->
                new ProblemException(
                        ProblemType.SAFETY_HOLD,
                        "New periods wait until you have said that you are safe: see /safety.");
        };
    }
}
