package dev.trellis.assessment;

import static dev.trellis.assessment.OnboardingStep.AGE;
import static dev.trellis.assessment.OnboardingStep.CYCLE;
import static dev.trellis.assessment.OnboardingStep.DAYS;
import static dev.trellis.assessment.OnboardingStep.FOCUS;
import static dev.trellis.assessment.OnboardingStep.FOOD;
import static dev.trellis.assessment.OnboardingStep.GOALS;
import static dev.trellis.assessment.OnboardingStep.MOVEMENT;
import static dev.trellis.assessment.OnboardingStep.NOW;
import static dev.trellis.assessment.OnboardingStep.SAFETY;
import static dev.trellis.assessment.OnboardingStep.YOU;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How much somebody wants to tell at the beginning; each longer path holds the steps of the shorter ones. */
public enum OnboardingPath {
    QUICK("Just start", "Two questions, about a minute. The rest can wait.", List.of(YOU, GOALS)),
    STANDARD(
            "The usual way",
            "Five short steps, about four minutes. Enough for suggestions that fit you and leave out what does not.",
            List.of(YOU, GOALS, FOCUS, DAYS, SAFETY)),
    DETAILED(
            "Tell it all now",
            "Ten short steps, about ten minutes. Also for training and meals.",
            List.of(YOU, GOALS, FOCUS, DAYS, NOW, SAFETY, AGE, MOVEMENT, FOOD, CYCLE));

    private final String label;
    private final String help;
    private final List<OnboardingStep> steps;

    OnboardingPath(String label, String help, List<OnboardingStep> steps) {
        this.label = label;
        this.help = help;
        this.steps = steps;
    }

    /** What to call it on a page. */
    public String label() {
        return label;
    }

    /** A sentence on how long it takes and what it is good for. */
    public String help() {
        return help;
    }

    /** Its steps, in order. */
    public List<OnboardingStep> steps() {
        return steps;
    }

    /** The name in the database and in JSON: lower case. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The path of that wire name. */
    @JsonCreator
    public static OnboardingPath of(String wire) {
        return Arrays.stream(values())
                .filter(path -> path.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a path is quick, standard or detailed"));
    }
}
