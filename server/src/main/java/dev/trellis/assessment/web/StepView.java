package dev.trellis.assessment.web;

import dev.trellis.assessment.Onboarding;
import dev.trellis.assessment.OnboardingStep;
import dev.trellis.assessment.form.FieldKind;
import dev.trellis.platform.web.pages.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A step as a page.
 *
 * @param number of this step, from 1, out of {@code total}
 * @param back the page before this one
 * @param form what was answered, or what is known anyway, or what was just typed
 */
public record StepView(
        OnboardingStep key,
        String title,
        String help,
        int number,
        int total,
        String back,
        List<Onboarding.Step> steps,
        List<AskedField> fields,
        Form form) {

    static StepView of(Onboarding onboarding, OnboardingStep key) {
        var step = onboarding.step(key).orElseThrow();
        var index = onboarding.steps().indexOf(step);
        var back = index == 0
                ? OnboardingPages.ROOT + "/paths"
                : OnboardingPages.ROOT + "/"
                        + onboarding.steps().get(index - 1).step().wire();
        var fields = step.fields().stream()
                .map(question -> AskedField.of(question.field()))
                .toList();
        return new StepView(
                key,
                step.title(),
                step.help(),
                index + 1,
                onboarding.steps().size(),
                back,
                onboarding.steps(),
                fields,
                filled(step));
    }

    /** Where the form goes. */
    public String action() {
        return OnboardingPages.ROOT + "/" + key.wire();
    }

    /** Whether every question may be passed. */
    public boolean optional() {
        return fields.stream().allMatch(AskedField::optional);
    }

    StepView with(Form typed) {
        return new StepView(key, title, help, number, total, back, steps, fields, typed);
    }

    /** The answers in a form, as they were typed; each by the key of its field. */
    Map<String, Object> read(Form typed) {
        var given = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            given.put(
                    field.key(),
                    switch (field.kind()) {
                        case MULTI_CHOICE -> typed.all(field.key());
                        case TEXT_LIST -> typed.lines(field.key());
                        case TEXT, CHOICE, YES_NO, NUMBER, DATE, TIME, ZONE, COUNTRY -> typed.text(field.key());
                    });
        }
        return given;
    }

    /** What is known anyway is offered once; whoever has passed a question is not asked it that way again. */
    private static Form filled(Onboarding.Step step) {
        var form = Form.empty();
        for (var question : step.fields()) {
            var value = question.answer() == null && !step.done() ? question.suggestion() : question.answer();
            switch (value) {
                case List<?> several
                when question.field().kind() == FieldKind.MULTI_CHOICE ->
                    form.withAll(
                            question.field().key(),
                            several.stream().map(String::valueOf).toList());
                case List<?> several ->
                    form.with(
                            question.field().key(),
                            String.join(
                                    "\n", several.stream().map(String::valueOf).toList()));
                case null, default -> form.with(question.field().key(), value);
            }
        }
        return form;
    }
}
