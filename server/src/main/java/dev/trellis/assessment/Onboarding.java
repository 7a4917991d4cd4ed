package dev.trellis.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.trellis.assessment.form.Field;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a person is in telling the first things about themselves, and everything a page needs to ask the next ones.
 *
 * @param path the one they chose; absent before they did
 * @param paths the ones they may choose or change to
 * @param steps those of the path, in order, with the answers so far
 * @param nextStep the first one not answered; absent when all are, or when it is over
 * @param intakeId what became of the wish they told; suggestions start from it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Onboarding(
        OnboardingState state,
        @Nullable OnboardingPath path,
        List<Offer> paths,
        List<Step> steps,
        @Nullable OnboardingStep nextStep,
        Progress progress,
        @Nullable UUID intakeId,
        @Nullable Instant startedAt,
        @Nullable Instant skippedAt,
        @Nullable Instant completedAt) {

    /** A path to choose. */
    public record Offer(OnboardingPath path, String label, String help, int steps) {
        static final List<Offer> ALL =
                List.of(of(OnboardingPath.QUICK), of(OnboardingPath.STANDARD), of(OnboardingPath.DETAILED));

        private static Offer of(OnboardingPath path) {
            return new Offer(path, path.label(), path.help(), path.steps().size());
        }
    }

    /** A step with its questions; {@code done} once it was answered, even by passing all that may be passed. */
    public record Step(OnboardingStep step, String title, String help, boolean done, List<Question> fields) {}

    /**
     * A question.
     *
     * @param answer what they answered here
     * @param suggestion what their account or profile says already, for when they have not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Question(
            @JsonUnwrapped Field field,
            @Nullable Object answer,
            @Nullable Object suggestion) {}

    /** How many steps of the path were answered, out of how many. */
    public record Progress(int done, int total) {}

    /** Whether there is something left to ask: a page may offer it, and must not force it. */
    public boolean open() {
        return state != OnboardingState.COMPLETE && state != OnboardingState.SKIPPED;
    }

    /** The step of that key, when the path has it. */
    public Optional<Step> step(OnboardingStep key) {
        return steps.stream().filter(step -> step.step() == key).findFirst();
    }
}
