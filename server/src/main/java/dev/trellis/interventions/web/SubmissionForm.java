package dev.trellis.interventions.web;

import dev.trellis.assessment.Areas;
import dev.trellis.assessment.Categories;
import dev.trellis.interventions.NewSubmission;
import dev.trellis.interventions.Submission;
import dev.trellis.interventions.recommendation.ContraindicationTag;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The form in which somebody writes down an intervention of their own.
 *
 * @param firstHabits the fields for habits that are always there; {@code moreHabits} are folded away while empty
 * @param never questions whose yes rules it out; {@code care} those whose yes calls for a clinician, {@code fit} those
 *     that only ask to fit it to a life
 */
public record SubmissionForm(
        List<Option> areas,
        List<HabitFields> firstHabits,
        List<HabitFields> moreHabits,
        List<Option> often,
        List<Option> never,
        List<Option> care,
        List<Option> fit) {
    private static final int HABITS = 10;
    private static final int HABITS_AT_FIRST = 3;
    private static final int LONGEST_HABIT = 200;
    private static final int LEAST_DAYS = 7;
    private static final int MOST_DAYS = 84;

    /** The two fields of one habit. */
    public record HabitFields(int number) {
        /** What it is called. */
        public String label() {
            return "Habit " + number;
        }

        /** The field for what to do. */
        public String name() {
            return "habit_" + number;
        }

        /** The field for how often. */
        public String times() {
            return "times_" + number;
        }
    }

    static SubmissionForm of(Categories categories) {
        return new SubmissionForm(
                categories.all().stream()
                        .map(code -> Option.of(code, Areas.name(code)))
                        .toList(),
                fields(1, HABITS_AT_FIRST),
                fields(HABITS_AT_FIRST + 1, HABITS),
                IntStream.rangeClosed(1, 6)
                        .mapToObj(times -> Option.of(
                                Integer.toString(times), times == 1 ? "1 day a week" : times + " days a week"))
                        .toList(),
                questions(ContraindicationTag.Action.HARD_EXCLUDE),
                questions(ContraindicationTag.Action.CLINICIAN_FIRST),
                questions(ContraindicationTag.Action.NOTE));
    }

    /** Whether a habit beyond the first ones is filled in. */
    public boolean hasMoreHabits(Form form) {
        return moreHabits.stream().anyMatch(fields -> form.has(fields.name()));
    }

    /** Whether anything is said about whom it is not for. */
    public boolean hasTags(Form form) {
        return form.has("contraindication_tags");
    }

    static Form filled(Submission submission) {
        var form = Form.empty()
                .with("name", submission.name())
                .with("description", submission.description())
                .with("profile_match", submission.profileMatch())
                .with("scientific_source", submission.scientificSource())
                .with("category", submission.category())
                .with("duration_days", submission.durationDays())
                .with("contraindications", submission.contraindications())
                .withAll("contraindication_tags", submission.contraindicationTags());
        for (var i = 0; i < submission.habits().size(); i++) {
            var fields = new HabitFields(i + 1);
            var habit = submission.habits().get(i);
            form.with(fields.name(), habit.name()).with(fields.times(), habit.timesPerWeek());
        }
        return form;
    }

    NewSubmission read(Form form) {
        required(form, "name", "Give it a name.");
        required(form, "description", "Say what it is, and why it may help.");
        required(form, "category", "Choose the area it belongs to.");
        var days = form.number("duration_days");
        if (days == null || days < LEAST_DAYS || days > MOST_DAYS) {
            form.refuse("duration_days", "Choose 7 to 84 days.");
        }
        var habits = habits(form);
        if (habits.isEmpty()) {
            form.refuse("habits", "Write down at least one habit: something to do on a day.");
        }
        return new NewSubmission(
                form.text("name"),
                form.text("description"),
                form.optionalText("profile_match"),
                form.optionalText("scientific_source"),
                form.text("category"),
                habits,
                days == null ? 0 : days,
                form.all("contraindication_tags"),
                form.optionalText("contraindications"));
    }

    private static List<NewSubmission.NewHabit> habits(Form form) {
        var habits = new ArrayList<NewSubmission.NewHabit>();
        for (var fields : fields(1, HABITS)) {
            var name = form.text(fields.name());
            if (!name.isEmpty()) {
                if (name.length() > LONGEST_HABIT) {
                    form.refuse(fields.name(), "A habit has at most 200 characters; this has " + name.length() + ".");
                }
                habits.add(new NewSubmission.NewHabit(name, times(form, fields)));
            }
        }
        return habits;
    }

    private static @Nullable Integer times(Form form, HabitFields fields) {
        var times = form.number(fields.times());
        if (times != null && (times < 1 || times > 6)) {
            form.refuse(fields.times(), "Choose one of the options.");
        }
        return times;
    }

    private static void required(Form form, String name, String otherwise) {
        if (form.text(name).isEmpty()) {
            form.refuse(name, otherwise);
        }
    }

    private static List<HabitFields> fields(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(HabitFields::new).toList();
    }

    private static List<Option> questions(ContraindicationTag.Action action) {
        return Arrays.stream(ContraindicationTag.values())
                .filter(tag -> tag.action() == action)
                .map(tag -> Option.of(tag.code(), tag.question()))
                .toList();
    }
}
