package dev.trellis.assessment;

import dev.trellis.assessment.form.Option;
import dev.trellis.identity.Person;
import dev.trellis.identity.Profile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an account and a profile say already, so that nobody is asked twice: an answer to each question it settles. */
final class KnownAnswers {
    private final Map<String, Object> answers = new LinkedHashMap<>();

    private KnownAnswers() {}

    /** Field to answer. */
    static Map<String, Object> of(Person person, Profile profile) {
        var known = new KnownAnswers();
        known.add(OnboardingFields.NAME, person.displayName());
        known.add(OnboardingFields.TIME_ZONE, person.timeZone());
        known.add(OnboardingFields.DAY_START, person.dayStart().toString());
        known.add(OnboardingFields.COUNTRY, person.country());
        known.add(OnboardingFields.BIRTH_DATE, text(profile.birthDate()));
        known.add(OnboardingFields.SEX, text(profile.sex()));
        known.add(OnboardingFields.HEIGHT, profile.heightCm());
        known.add(OnboardingFields.TRAINING_AGE, text(profile.trainingAge()));
        known.add(OnboardingFields.EQUIPMENT, ToldAnswers.among(EquipmentAndAllergens.EQUIPMENT, profile.equipment()));
        known.add(OnboardingFields.INJURIES, profile.injuries());
        known.add(OnboardingFields.EXCLUSIONS, profile.exclusions());
        known.add(OnboardingFields.ALLERGIES, ToldAnswers.among(EquipmentAndAllergens.ALLERGENS, profile.allergies()));
        known.add(OnboardingFields.OTHER_ALLERGIES, others(profile.allergies()));
        known.add(OnboardingFields.CYCLE_TRACKING, profile.cycleTracking() ? true : null);
        known.answers.putAll(SafetyQuestions.answers(profile::flag));
        return known.answers;
    }

    /** What is absent or empty settles nothing. */
    private void add(String key, @Nullable Object value) {
        if (value != null && !(value instanceof Collection<?> several && several.isEmpty()) && !"".equals(value)) {
            answers.put(key, value);
        }
    }

    private static List<String> others(List<String> allergies) {
        var known = EquipmentAndAllergens.ALLERGENS.stream().map(Option::value).toList();
        var others = new ArrayList<>(allergies);
        others.removeAll(known);
        return others;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString().toLowerCase(Locale.ROOT);
    }
}
