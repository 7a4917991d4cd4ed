package dev.trellis.interventions.web;

import dev.trellis.interventions.Feedback;
import dev.trellis.platform.web.pages.Option;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the person said to "did it help?", and what they may say.
 *
 * @param given whether they have said it
 * @param answer in words; empty when they have not
 */
public record Said(boolean given, String answer, String comment, List<Option> options) {
    private static final List<Option> OPTIONS = Arrays.stream(Feedback.Answer.values())
            .map(answer -> new Option(answer.wire(), words(answer), hint(answer)))
            .toList();

    static Said of(@Nullable Feedback feedback) {
        return feedback == null
                ? new Said(false, "", "", OPTIONS)
                : new Said(true, words(feedback.answer()), feedback.comment(), OPTIONS);
    }

    private static String words(Feedback.Answer answer) {
        return switch (answer) {
            case HELPED -> "It helped";
            case DID_NOT_HELP -> "It did not help";
            case DID_NOT_TRY -> "I did not really try it";
            case STOPPED_FOR_OTHER_REASON -> "Something else got in the way";
        };
    }

    private static String hint(Feedback.Answer answer) {
        return switch (answer) {
            case HELPED, DID_NOT_HELP -> "";
            case DID_NOT_TRY, STOPPED_FOR_OTHER_REASON -> "Says nothing against the intervention, or against you.";
        };
    }
}
