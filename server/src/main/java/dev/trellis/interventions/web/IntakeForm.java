package dev.trellis.interventions.web;

import dev.trellis.assessment.CyclePhase;
import dev.trellis.assessment.Intake;
import dev.trellis.assessment.NewIntake;
import dev.trellis.platform.web.pages.Form;
import java.util.HashSet;
import java.util.List;

/** The form in which people tell what should change. */
final class IntakeForm {
    /** What is folded away until somebody wants to say it. */
    private static final List<String> MORE =
            List.of("blocked_categories", "max_minutes_per_day", "max_duration_days", "cycle_phase", "wants_repeats");

    private IntakeForm() {}

    /** What somebody told, so that they can tell it again with changes. */
    static Form of(Intake intake) {
        return Form.empty()
                .with("goal", intake.goal())
                .with("text", intake.text())
                .withAll("categories", intake.categories())
                .withAll("blocked_categories", intake.blockedCategories())
                .with("sleep_quality", intake.sleepQuality())
                .with("stress", intake.stress())
                .with("cycle_phase", intake.cyclePhase())
                .with("max_duration_days", intake.maxDurationDays())
                .with("max_minutes_per_day", intake.maxMinutesPerDay())
                .with("wants_repeats", intake.wantsRepeats() ? "yes" : null);
    }

    static NewIntake read(Form form) {
        var wanted = form.all("categories");
        var blocked = form.all("blocked_categories");
        var goal = form.text("goal");
        if (goal.isEmpty()) {
            form.refuse("goal", "Say in a sentence what should change.");
        }
        within(form, "max_minutes_per_day", 1, 240, "Choose 1 to 240 minutes, or leave it empty.");
        within(form, "max_duration_days", 7, 84, "Choose 7 to 84 days, or leave it empty.");
        var both = new HashSet<>(wanted);
        if (both.removeAll(blocked)) {
            form.refuse("blocked_categories", "You also chose one of these above. Keep it in one of the two places.");
        }
        return new NewIntake(
                goal,
                form.optionalText("text"),
                wanted,
                blocked,
                form.number("sleep_quality"),
                form.number("stress"),
                form.choice("cycle_phase", CyclePhase.class),
                form.number("max_duration_days"),
                form.number("max_minutes_per_day"),
                form.isTicked("wants_repeats"));
    }

    /** Whether something that is folded away is filled in or wrong. */
    static boolean saysMore(Form form) {
        return MORE.stream()
                .anyMatch(name -> form.has(name) || !form.error(name).isEmpty());
    }

    private static void within(Form form, String name, int least, int most, String otherwise) {
        var number = form.number(name);
        if (number != null && (number < least || number > most)) {
            form.refuse(name, otherwise);
        }
    }
}
