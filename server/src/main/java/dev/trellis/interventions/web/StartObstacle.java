package dev.trellis.interventions.web;

import dev.trellis.interventions.PeriodStart;
import org.jspecify.annotations.Nullable;

/**
 * Why something cannot be started, as the person reads it.
 *
 * @param words the reason and what to do; empty when nothing stands in the way
 * @param running whether it goes on already
 */
public record StartObstacle(String words, boolean running) {
    private static final StartObstacle NONE = new StartObstacle("", false);

    /** Whether it can be started. */
    public boolean isNone() {
        return words.isEmpty();
    }

    static StartObstacle of(PeriodStart.@Nullable Result refusal) {
        return switch (refusal) {
            case null -> NONE;
            case PeriodStart.Started started -> throw new IllegalArgumentException("not a refusal: " + started);
            case PeriodStart.AlreadyOpen _ ->
                new StartObstacle("You are on it already. Your days are waiting on the Today page.", true);
            case PeriodStart.TooManyOpen(var most) ->
                new StartObstacle(
                        most
                                + " things are going on for you already, and more at once would tell you nothing about any of"
                                + " them. Complete or stop one first; this one will still be here.",
                        false);
            case PeriodStart.Contraindicated(var tag, var contraindications) ->
                new StartObstacle(
                        "By what you told us, this one is not for you. It is not for people who answer yes to “"
                                + tag.question() + "” " + contraindications
                                + " If that answer is wrong, change it in your settings.",
                        false);
            case PeriodStart.OnHold() ->
                new StartObstacle(
                        "New things wait until you have told us that you are safe. The Discover page says whom to call, and"
                                + " lets you tell us.",
                        false);
            case PeriodStart.UnknownIntervention _,
                    PeriodStart.UnknownIntake _,
                    PeriodStart.NeedsHabitsAndDuration _,
                    PeriodStart.NeedsAnswers _,
                    PeriodStart.UnknownHabit _,
                    PeriodStart.UnknownQuestion _ ->
                new StartObstacle(
                        "It has changed since you opened its page. Reload the page, and choose again.", false);
        };
    }
}
