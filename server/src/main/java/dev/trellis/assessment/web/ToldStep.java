package dev.trellis.assessment.web;

import dev.trellis.assessment.Onboarding;
import dev.trellis.platform.web.pages.Option;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was told at a step, in words.
 *
 * @param told the questions that were answered
 */
public record ToldStep(String title, String address, boolean done, List<Told> told) {
    /** A question and the answer. */
    public record Told(String question, String answer) {}

    static List<ToldStep> all(Onboarding onboarding) {
        return onboarding.steps().stream()
                .map(step -> of(
                        step.title(), OnboardingPages.ROOT + "/" + step.step().wire(), step.done(), step.fields()))
                .toList();
    }

    static ToldStep of(String title, String address, boolean done, List<Onboarding.Question> questions) {
        var told = questions.stream()
                .filter(question -> question.answer() != null)
                .map(ToldStep::told)
                .toList();
        return new ToldStep(title, address, done, told);
    }

    private static Told told(Onboarding.Question question) {
        var asked = AskedField.of(question.field());
        var words = question.answer() instanceof List<?> several
                ? several.stream().map(one -> label(asked, one)).collect(Collectors.joining(", "))
                : label(asked, question.answer());
        return new Told(question.field().label(), words);
    }

    private static String label(AskedField asked, @Nullable Object value) {
        var text = String.valueOf(value);
        return asked.options().stream()
                .filter(option -> option.value().equals(text))
                .map(Option::label)
                .findFirst()
                .orElse(text);
    }
}
