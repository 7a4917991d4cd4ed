package dev.trellis.interventions.web;

import dev.trellis.assessment.CyclePhase;
import dev.trellis.assessment.Intake;
import dev.trellis.interventions.Outcome;
import dev.trellis.interventions.StartPreviews.StartPreview;
import dev.trellis.interventions.recommendation.ContraindicationTag;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Option;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form in which somebody plans a start.
 *
 * @param questions must be answered, {@code notes} may be
 * @param phases where in the cycle somebody may be; empty for who does not follow it here
 * @param intakeId what led here; absent when nothing did
 */
public record StartForm(
        int id,
        String name,
        int durationDays,
        String category,
        List<Option> habits,
        List<Question> questions,
        List<Question> notes,
        List<Option> outcomes,
        List<Option> phases,
        @Nullable UUID intakeId) {
    static final List<Option> PHASES = List.of(
            Option.of(CyclePhase.MENSTRUAL.wire(), "Menstruation"),
            Option.of(CyclePhase.FOLLICULAR.wire(), "After it, before ovulation"),
            Option.of(CyclePhase.OVULATION.wire(), "Around ovulation"),
            Option.of(CyclePhase.LUTEAL.wire(), "Before the next period"));
    private static final int HABITS_AT_FIRST = 3;
    private static final int LEAST_DAYS = 7;
    private static final int MOST_DAYS = 84;

    /** A safety question, answered by yes or no. */
    public record Question(String tag, String field, String text) {
        static Question of(ContraindicationTag tag) {
            return new Question(tag.code(), "answer_" + tag.code(), tag.question());
        }

        /** The two answers. */
        public List<Option> answers() {
            return List.of(Option.of("no", "No"), Option.of("yes", "Yes"));
        }
    }

    static StartForm of(StartPreview preview, @Nullable UUID intakeId) {
        var item = preview.item();
        return new StartForm(
                item.id(),
                item.name(),
                item.durationDays(),
                item.category(),
                item.habits().stream()
                        .map(habit -> new Option(habit.name(), habit.name(), CatalogueWords.often(habit)))
                        .toList(),
                preview.mustAsk().stream().map(Question::of).toList(),
                preview.mayAsk().stream().map(Question::of).toList(),
                Arrays.stream(Outcome.values())
                        .map(outcome -> Option.of(outcome.wire(), CatalogueWords.words(outcome)))
                        .toList(),
                preview.asksForPhase() ? PHASES : List.of(),
                intakeId);
    }

    /** Where it is sent, and where it is shown. */
    public String address() {
        return StartPages.address(id, intakeId == null ? "" : intakeId.toString());
    }

    /** What the page is called. */
    public String title() {
        return "Start: " + name;
    }

    /** Where to read about it. */
    public String reading() {
        return CataloguePages.ADDRESS + "/" + id;
    }

    /** How long it may last. */
    public String usual() {
        return LEAST_DAYS + " to " + MOST_DAYS + "; it is usually done for " + durationDays + ".";
    }

    /** What is filled in before anybody has touched it. */
    Form proposed(Optional<Intake> intake) {
        return Form.empty()
                .withAll(
                        "selected_habits",
                        habits.stream()
                                .limit(HABITS_AT_FIRST)
                                .map(Option::value)
                                .toList())
                .with("planned_duration_days", durationDays)
                .with("outcome", likelyOutcome())
                .with("cycle_phase", intake.map(Intake::cyclePhase).orElse(null));
    }

    PeriodsApi.StartRequest read(Form form) {
        var chosen = form.all("selected_habits");
        if (chosen.isEmpty()) {
            form.refuse("selected_habits", "Choose at least one habit.");
        }
        var days = form.number("planned_duration_days");
        if (days == null || days < LEAST_DAYS || days > MOST_DAYS) {
            form.refuse("planned_duration_days", "Choose 7 to 84 days.");
        }
        var outcome = form.choice("outcome", Outcome.class);
        if (outcome == null) {
            form.refuse("outcome", "Choose one thing to watch.");
        }
        return new PeriodsApi.StartRequest(
                intakeId,
                id,
                null,
                chosen,
                days,
                phases.isEmpty() ? null : form.choice("cycle_phase", CyclePhase.class),
                outcome,
                answers(form));
    }

    private LinkedHashMap<String, Boolean> answers(Form form) {
        var answers = new LinkedHashMap<String, Boolean>();
        Stream.concat(questions.stream(), notes.stream()).forEach(question -> {
            var answer = form.answer(question.field());
            if (answer != null) {
                answers.put(question.tag(), answer);
            } else if (questions.contains(question)) {
                form.refuse(question.field(), "Choose yes or no; it decides whether this one is safe for you.");
            }
        });
        return answers;
    }

    private Outcome likelyOutcome() {
        return switch (category) {
            case "sleep" -> Outcome.SLEEP_HOURS;
            case "stress" -> Outcome.STRESS;
            case "menstrual" -> Outcome.PAIN;
            case "movement" -> Outcome.ENERGY;
            default -> Outcome.MOOD;
        };
    }
}
