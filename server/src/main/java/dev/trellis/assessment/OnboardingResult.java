package dev.trellis.assessment;

import dev.trellis.platform.Problem.FieldError;
import dev.trellis.safety.SafetyNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a step somebody took in their onboarding. */
public sealed interface OnboardingResult {
    /** It is as they wanted; with help when their words sounded like somebody who needs it. */
    record Changed(Onboarding onboarding, @Nullable SafetyNotice safety) implements OnboardingResult {}

    /** Some answers are none; each pointer is a slash and the field's key. Nothing was kept. */
    record Invalid(List<FieldError> errors) implements OnboardingResult {}

    /** No path was chosen yet. */
    record NotStarted() implements OnboardingResult {}

    /** The step is not one of the chosen path. */
    record NotOnThisPath(OnboardingStep step, OnboardingPath path) implements OnboardingResult {}

    /** These steps hold a question that must be answered first. */
    record Incomplete(List<OnboardingStep> missing) implements OnboardingResult {}

    /** It was completed before; nothing was done a second time. */
    record AlreadyComplete() implements OnboardingResult {}
}
