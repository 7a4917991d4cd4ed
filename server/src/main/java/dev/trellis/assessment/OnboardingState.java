package dev.trellis.assessment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where somebody stands: at the door, before a step, at the end of them, or through. */
public enum OnboardingState {
    /** Nothing was answered yet, whether or not a path was chosen. */
    WELCOME,
    COLLECT_YOU,
    COLLECT_GOALS,
    COLLECT_FOCUS,
    COLLECT_DAYS,
    COLLECT_NOW,
    COLLECT_SAFETY,
    COLLECT_AGE,
    COLLECT_MOVEMENT,
    COLLECT_FOOD,
    COLLECT_CYCLE,
    /** Every step of the path was answered; it can be read over, changed and completed. */
    REVIEW,
    /** Written to where it belongs; later changes are made there. */
    COMPLETE,
    /** Passed for now; the answers stay, and going on is possible. */
    SKIPPED;

    /** The name in the database and in JSON: lower case. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
