package dev.trellis.assessment.web;

import dev.trellis.assessment.Onboarding;
import dev.trellis.assessment.OnboardingStep;
import dev.trellis.platform.web.pages.Form;
import java.util.List;
import java.util.Map;

/**
 * A step as a page.
 *
 * @param number of this step, from 1, out of {@code total}
 * @param back the page before this one
 */
public record StepView(
        OnboardingStep key,
        String title,
        String help,
        int number,
        int total,
        String back,
        List<Onboarding.Step> steps,
        AskedForm asked) {

    static StepView of(Onboarding onboarding, OnboardingStep key) {
        var step = onboarding.step(key).orElseThrow();
        var index = onboarding.steps().indexOf(step);
        var back = index == 0
                ? OnboardingPages.ROOT + "/paths"
                : OnboardingPages.ROOT + "/"
                        + onboarding.steps().get(index - 1).step().wire();
        return new StepView(
                key,
                step.title(),
                step.help(),
                index + 1,
                onboarding.steps().size(),
                back,
                onboarding.steps(),
                AskedForm.of(step.fields(), step.done()));
    }

    /** Where the form goes. */
    public String action() {
        return OnboardingPages.ROOT + "/" + key.wire();
    }

    StepView with(Form typed) {
        return new StepView(key, title, help, number, total, back, steps, asked.with(typed));
    }

    Map<String, Object> read(Form typed) {
        return asked.read(typed);
    }
}
