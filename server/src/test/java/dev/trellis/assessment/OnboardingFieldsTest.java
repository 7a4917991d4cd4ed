package dev.trellis.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.assessment.form.Field;
import dev.trellis.assessment.form.FieldKind;
import dev.trellis.assessment.form.Option;
import dev.trellis.identity.Profile;
import dev.trellis.interventions.recommendation.ContraindicationTag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OnboardingFieldsTest {
    private static final OnboardingFields FIELDS = new OnboardingFields(() -> List.of("sleep", "rock_climbing"));

    private static final List<Field> ALL = Arrays.stream(OnboardingStep.values())
            .flatMap(step -> FIELDS.of(step, LocalDate.parse("2026-11-16")).stream())
            .toList();

    @Test
    void everyFieldHasAKeyOfItsOwnAndWordsForAPage() {
        assertThat(ALL).extracting(Field::key).doesNotHaveDuplicates().allMatch(key -> key.matches("[a-z_]+"));
        assertThat(ALL).allSatisfy(field -> {
            assertThat(field.label()).isNotBlank();
            assertThat(field.help()).endsWith(".");
        });
    }

    @Test
    void whereOneChoosesThereIsSomethingToChooseAndNothingTwice() {
        assertThat(ALL).allSatisfy(field -> {
            var chooses = field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.MULTI_CHOICE;
            assertThat(field.options().isEmpty()).as(field.key()).isEqualTo(!chooses);
            assertThat(field.values()).doesNotHaveDuplicates();
            assertThat(field.options()).allMatch(option -> !option.label().isBlank());
        });
    }

    @Test
    void anAreaNobodyNamedYetIsShownByItsCodeInWords() {
        assertThat(FIELDS.of(OnboardingStep.FOCUS, LocalDate.EPOCH).getFirst().options())
                .containsExactly(new Option("rock_climbing", "Rock climbing"), new Option("sleep", "Sleep"));
    }

    @Test
    void eachLongerPathHoldsTheStepsOfTheShorterOnes() {
        assertThat(OnboardingPath.STANDARD.steps()).containsAll(OnboardingPath.QUICK.steps());
        assertThat(OnboardingPath.DETAILED.steps())
                .containsAll(OnboardingPath.STANDARD.steps())
                .containsExactlyInAnyOrder(OnboardingStep.values());
    }

    @Test
    void everySafetyQuestionIsAFlagThatTheCatalogueActsOn() {
        var everyBox = Map.<String, Object>of(
                "conditions", values("conditions"),
                "mind", values("mind"),
                "medication", values("medication"),
                "pregnancy", "yes");

        var flags = SafetyQuestions.flags(new ToldAnswers(everyBox));

        assertThat(flags).hasSizeGreaterThan(15).allSatisfy((tag, yes) -> {
            assertThat(ContraindicationTag.of(tag).action()).isNotEqualTo(ContraindicationTag.Action.NOTE);
            assertThat(yes).isTrue();
        });
    }

    @Test
    void whatWasNotTickedIsANoAndWhatWasPassedIsNoAnswer() {
        var flags = SafetyQuestions.flags(
                new ToldAnswers(Map.of("conditions", List.of("seizure"), "medication", List.of(Option.NONE))));

        assertThat(flags)
                .containsEntry("seizure", true)
                .containsEntry("heart_disease", false)
                .containsEntry("anticoagulant", false)
                .doesNotContainKeys("bipolar", "pregnancy", "none");
        assertThat(SafetyQuestions.answers(tag -> Optional.ofNullable(flags.get(tag))))
                .containsOnly(
                        Map.entry("conditions", List.of("seizure")), Map.entry("medication", List.of(Option.NONE)));
    }

    @Test
    void anAllergyInOnesOwnWordsLeavesTheQuestionAboutNutsOpen() {
        assertThat(profile(Map.of("allergies", List.of("nuts"))).flag("allergy_nuts_fish"))
                .contains(true);
        assertThat(profile(Map.of("allergies", List.of("none"))).flag("allergy_nuts_fish"))
                .contains(false);
        var own = profile(Map.of("allergies", List.of("milk"), "other_allergies", List.of("walnut")));
        assertThat(own.flag("allergy_nuts_fish")).isEmpty();
        assertThat(own.allergies()).containsExactly("milk", "walnut");
    }

    @Test
    void whatIsNotToldStaysAndWhatNoOptionNamesStaysToo() {
        var before = new ToldAnswers(Map.of(
                        "injuries",
                        List.of("left knee"),
                        "other_allergies",
                        List.of("kiwi"),
                        "height_cm",
                        172.5,
                        "sex",
                        "female"))
                .profile(Profile.EMPTY);

        var after = new ToldAnswers(Map.of("equipment", List.of("none"), "allergies", List.of("eggs"))).profile(before);

        assertThat(after.injuries()).containsExactly("left knee");
        assertThat(after.heightCm()).isEqualByComparingTo("172.5");
        assertThat(after.sex()).isEqualTo(Profile.Sex.FEMALE);
        assertThat(after.equipment()).isEmpty();
        assertThat(after.allergies()).containsExactly("eggs", "kiwi");
    }

    private static Profile profile(Map<String, Object> told) {
        return new ToldAnswers(told).profile(Profile.EMPTY);
    }

    private static List<String> values(String key) {
        return SafetyQuestions.FIELDS.stream()
                .filter(field -> field.key().equals(key))
                .flatMap(field -> field.values().stream())
                .toList();
    }
}
