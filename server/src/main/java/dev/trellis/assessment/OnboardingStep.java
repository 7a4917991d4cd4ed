package dev.trellis.assessment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A few questions that belong together. */
public enum OnboardingStep {
    YOU(OnboardingState.COLLECT_YOU, "Who are you?", "So that we greet you by name and know when your day is."),
    GOALS(
            OnboardingState.COLLECT_GOALS,
            "What would you like to change?",
            "One thing is plenty. You can say more, or something else, whenever you like."),
    FOCUS(
            OnboardingState.COLLECT_FOCUS,
            "Where should we look?",
            "Suggestions start in the areas you pick and stay out of those you do not want."),
    DAYS(OnboardingState.COLLECT_DAYS, "What are your days like?", "Suggestions should fit into them."),
    NOW(OnboardingState.COLLECT_NOW, "How are you these days?", "A rough answer helps; there is no right one."),
    SAFETY(
            OnboardingState.COLLECT_SAFETY,
            "What should we be careful about?",
            "Some suggestions are not for everybody. What you say here leaves those out, or says whom to ask first."),
    AGE(
            OnboardingState.COLLECT_AGE,
            "A few facts about your body",
            "Training and meals are calculated from these. All of it is up to you."),
    MOVEMENT(
            OnboardingState.COLLECT_MOVEMENT,
            "How do you move?",
            "So that training uses what you have and spares what hurts."),
    FOOD(
            OnboardingState.COLLECT_FOOD,
            "What do you not eat?",
            "So that no meal holds what you cannot or will not eat."),
    CYCLE(
            OnboardingState.COLLECT_CYCLE,
            "Do you want to follow a menstrual cycle?",
            "Only if you want it. You can switch it on or off at any time.");

    private final OnboardingState state;
    private final String title;
    private final String help;

    OnboardingStep(OnboardingState state, String title, String help) {
        this.state = state;
        this.title = title;
        this.help = help;
    }

    /** The state of somebody who stands before this step. */
    OnboardingState state() {
        return state;
    }

    /** The question over the page. */
    public String title() {
        return title;
    }

    /** A sentence on why it is asked. */
    public String help() {
        return help;
    }

    /** The name in the database and in JSON: lower case. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
