package dev.trellis.web;

import dev.trellis.assessment.ProfileChoices;
import dev.trellis.identity.Profile;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Option;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A profile as a form. What is usual is ticked; what a person, or a program of theirs, has written beside that stands in
 * a text field, one to a line, so that nothing is lost by saving.
 */
@ApplicationScoped
class ProfileForm {
    /** Safety answers are fields of these names: {@code flag.pregnancy}. */
    static final String FLAG = "flag.";

    private static final String OTHER = "other_";
    private static final String ALLERGY = "allergy_nuts_fish";
    private static final List<String> NUTS_AND_FISH = List.of("nuts", "peanuts", "fish");

    private final ProfileChoices choices;

    ProfileForm(ProfileChoices choices) {
        this.choices = choices;
    }

    List<Option> equipment() {
        return options(choices.equipment());
    }

    List<Option> allergens() {
        return options(choices.allergens());
    }

    List<Option> areas() {
        return options(choices.areas());
    }

    /** What everybody is asked about, and what this person was asked beside that. */
    List<String> flags(Profile profile) {
        return Stream.of(
                        choices.safetyFlags().stream(),
                        Stream.of(ALLERGY),
                        profile.safetyFlags().keySet().stream().sorted())
                .flatMap(flags -> flags)
                .distinct()
                .toList();
    }

    /** The form with what the profile says. */
    Form of(Profile profile) {
        var form = Form.empty()
                .with("birth_date", profile.birthDate())
                .with("sex", profile.sex())
                .with("height_cm", profile.heightCm())
                .with("training_age", profile.trainingAge())
                .withAll("cycle_tracking", profile.cycleTracking() ? List.of("yes") : List.of())
                .with("injuries", String.join("\n", profile.injuries()))
                .with("exclusions", String.join("\n", profile.exclusions()));
        fill(form, "equipment", equipment(), profile.equipment());
        fill(form, "allergies", allergens(), profile.allergies());
        fill(form, "goals", areas(), profile.goals());
        profile.safetyFlags().forEach((flag, answer) -> form.with(FLAG + flag, answer ? "yes" : "no"));
        return form;
    }

    /** The profile that the form describes. */
    Profile read(Form form, Profile current) {
        var allergies = chosen(form, "allergies");
        return new Profile(
                form.day("birth_date"),
                form.choice("sex", Profile.Sex.class),
                form.decimal("height_cm"),
                form.choice("training_age", Profile.TrainingAge.class),
                chosen(form, "equipment"),
                form.lines("injuries"),
                form.lines("exclusions"),
                allergies,
                chosen(form, "goals"),
                form.isTicked("cycle_tracking"),
                answers(form, current, allergies));
    }

    /** Whoever is allergic to nuts or fish has answered the question about it, whatever else they said. */
    private Map<String, Boolean> answers(Form form, Profile current, List<String> allergies) {
        var answers = new HashMap<String, Boolean>();
        for (var flag : flags(current)) {
            var answer = form.answer(FLAG + flag);
            if (answer != null) {
                answers.put(flag, answer);
            }
        }
        if (allergies.stream().anyMatch(NUTS_AND_FISH::contains)) {
            answers.put(ALLERGY, true);
        }
        return answers;
    }

    private static List<String> chosen(Form form, String name) {
        var all = new ArrayList<>(form.all(name));
        all.addAll(form.lines(OTHER + name));
        return all.stream().distinct().toList();
    }

    private static void fill(Form form, String name, List<Option> options, List<String> things) {
        var usual = options.stream().map(Option::value).toList();
        form.withAll(name, things.stream().filter(usual::contains).toList());
        form.with(
                OTHER + name,
                String.join(
                        "\n",
                        things.stream().filter(thing -> !usual.contains(thing)).toList()));
    }

    private static List<Option> options(List<dev.trellis.assessment.form.Option> options) {
        return options.stream()
                .map(option -> Option.of(option.value(), option.label()))
                .toList();
    }
}
