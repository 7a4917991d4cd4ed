package dev.trellis.assessment;

import static dev.trellis.assessment.OnboardingFields.ALLERGIES;
import static dev.trellis.assessment.OnboardingFields.BIRTH_DATE;
import static dev.trellis.assessment.OnboardingFields.BLOCKED_CATEGORIES;
import static dev.trellis.assessment.OnboardingFields.CATEGORIES;
import static dev.trellis.assessment.OnboardingFields.COUNTRY;
import static dev.trellis.assessment.OnboardingFields.CYCLE_TRACKING;
import static dev.trellis.assessment.OnboardingFields.DAY_START;
import static dev.trellis.assessment.OnboardingFields.EQUIPMENT;
import static dev.trellis.assessment.OnboardingFields.EXCLUSIONS;
import static dev.trellis.assessment.OnboardingFields.GOAL;
import static dev.trellis.assessment.OnboardingFields.HEIGHT;
import static dev.trellis.assessment.OnboardingFields.INJURIES;
import static dev.trellis.assessment.OnboardingFields.MINUTES;
import static dev.trellis.assessment.OnboardingFields.NAME;
import static dev.trellis.assessment.OnboardingFields.OTHER_ALLERGIES;
import static dev.trellis.assessment.OnboardingFields.SEX;
import static dev.trellis.assessment.OnboardingFields.SLEEP_QUALITY;
import static dev.trellis.assessment.OnboardingFields.STRESS;
import static dev.trellis.assessment.OnboardingFields.TEXT;
import static dev.trellis.assessment.OnboardingFields.TIME_ZONE;
import static dev.trellis.assessment.OnboardingFields.TRAINING_AGE;

import dev.trellis.assessment.form.Answers;
import dev.trellis.assessment.form.Option;
import dev.trellis.identity.Person;
import dev.trellis.identity.PersonalSettings;
import dev.trellis.identity.Profile;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything somebody told in their onboarding, and what it makes of their settings, their profile and an intake. What
 * they did not tell stays as it was.
 *
 * @param values field to answer, as the fields were read
 */
record ToldAnswers(Map<String, Object> values) {

    /** The settings with what was told. */
    PersonalSettings settings(Person current) {
        return new PersonalSettings(
                text(NAME).orElse(current.displayName()),
                current.locale(),
                text(COUNTRY).orElse(current.country()),
                text(TIME_ZONE).orElse(current.timeZone()),
                text(DAY_START).map(LocalTime::parse).orElse(current.dayStart()));
    }

    /** The profile with what was told. */
    Profile profile(Profile current) {
        return new Profile(
                        text(BIRTH_DATE).map(LocalDate::parse).orElse(current.birthDate()),
                        constant(SEX, Profile.Sex::valueOf).orElse(current.sex()),
                        answers().number(HEIGHT).orElse(current.heightCm()),
                        constant(TRAINING_AGE, Profile.TrainingAge::valueOf).orElse(current.trainingAge()),
                        list(EQUIPMENT)
                                .map(told -> chosen(told, EquipmentAndAllergens.EQUIPMENT, current.equipment()))
                                .orElse(current.equipment()),
                        list(INJURIES).orElse(current.injuries()),
                        list(EXCLUSIONS).orElse(current.exclusions()),
                        allergies(current.allergies()),
                        list(CATEGORIES).orElse(current.goals()),
                        values.get(CYCLE_TRACKING) instanceof Boolean told ? told : current.cycleTracking(),
                        current.safetyFlags())
                .withAnswers(safetyFlags());
    }

    /** What they want to change, if they said so. */
    Optional<NewIntake> intake() {
        return text(GOAL)
                .map(goal -> new NewIntake(
                        goal,
                        text(TEXT).orElse(null),
                        list(CATEGORIES).orElse(null),
                        list(BLOCKED_CATEGORIES).orElse(null),
                        whole(SLEEP_QUALITY),
                        whole(STRESS),
                        null,
                        null,
                        whole(MINUTES),
                        null));
    }

    Optional<String> text(String key) {
        return answers().text(key);
    }

    Optional<List<String>> list(String key) {
        return answers().list(key);
    }

    private Answers answers() {
        return new Answers(values);
    }

    private @Nullable Integer whole(String key) {
        return answers().whole(key).orElse(null);
    }

    private <E> Optional<E> constant(String key, Function<String, E> of) {
        return text(key).map(wire -> of.apply(wire.toUpperCase(Locale.ROOT)));
    }

    private List<String> allergies(List<String> current) {
        var chosen = list(ALLERGIES)
                .map(told -> chosen(told, EquipmentAndAllergens.ALLERGENS, current))
                .orElse(current);
        var others = list(OTHER_ALLERGIES);
        if (others.isEmpty()) {
            return chosen;
        }
        var all = new ArrayList<>(among(EquipmentAndAllergens.ALLERGENS, chosen));
        all.addAll(others.get());
        return all.stream().distinct().toList();
    }

    /** The answers to safety questions; an allergy to nuts or fish is one of them, asked under another name. */
    private Map<String, Boolean> safetyFlags() {
        var flags = new HashMap<>(SafetyQuestions.flags(this));
        list(ALLERGIES).ifPresent(told -> {
            var nutsOrFish = told.contains("nuts") || told.contains("peanuts") || told.contains("fish");
            // Another allergy in their own words may be a walnut: then it is asked again when it matters.
            if (nutsOrFish || list(OTHER_ALLERGIES).isEmpty()) {
                flags.put("allergy_nuts_fish", nutsOrFish);
            }
        });
        return flags;
    }

    /** What was chosen from the options; what the profile holds beside them stays. */
    private static List<String> chosen(List<String> told, List<Option> options, List<String> current) {
        var known = options.stream().map(Option::value).toList();
        var all = new ArrayList<>(told);
        all.remove(Option.NONE);
        current.stream().filter(thing -> !known.contains(thing)).forEach(all::add);
        return all;
    }

    static List<String> among(List<Option> options, List<String> things) {
        return options.stream().map(Option::value).filter(things::contains).toList();
    }
}
