package dev.trellis.interventions.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.trellis.interventions.recommendation.ContraindicationTag.Action;
import dev.trellis.platform.embedding.Embedders;
import dev.trellis.platform.embedding.EmbeddingSettings;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Domain 09, T9a to T9f. */
class StarterCatalogueTest {
    private static final List<CatalogueEntry> ENTRIES = StarterCatalogue.read();
    private static final CatalogueSnapshot CATALOGUE =
            CatalogueSnapshot.of(ENTRIES, Embedders.from(EmbeddingSettings.builtin()));

    @Test
    void everyIdAndSlugIsUnique() {
        assertThat(ENTRIES).hasSize(62);
        assertThat(ENTRIES).extracting(CatalogueEntry::interventionId).doesNotHaveDuplicates();
        assertThat(ENTRIES).extracting(CatalogueEntry::slug).doesNotHaveDuplicates();
    }

    @Test
    void everyTagOfTheFileIsClassifiedAndEveryClassIsUsed() {
        var used = ENTRIES.stream()
                .flatMap(entry -> entry.contraindicationTags().stream())
                .collect(Collectors.toSet());
        assertThat(used).isEqualTo(EnumSet.allOf(ContraindicationTag.class));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContraindicationTag.of("brand_new"))
                .withMessageContaining("unclassified");
    }

    @Test
    void hardExclusionsAreExactlyThoseOfTheDomain() {
        assertThat(with(Action.HARD_EXCLUDE))
                .containsExactlyInAnyOrder(
                        "ed_flag",
                        "minor",
                        "bmi_under_18_5",
                        "pregnancy",
                        "suicidality",
                        "psychosis",
                        "mania",
                        "severe_depression",
                        "cv_symptoms");
        assertThat(with(Action.NOTE)).contains("carer_on_call", "shift_work", "work_requirement", "privacy");
        assertThat(with(Action.CLINICIAN_FIRST))
                .contains("bipolar", "seizure", "ptsd", "kidney_disease", "diabetes_insulin", "anticoagulant");
    }

    @ParameterizedTest
    @EnumSource(ContraindicationTag.class)
    void everyTagCanBeAskedAbout(ContraindicationTag tag) {
        assertThat(tag.question()).endsWith("?");
        assertThat(ContraindicationTag.of(tag.code())).isEqualTo(tag);
    }

    @Test
    void everyDurationLiesBetweenSevenAndEightyFourDays() {
        assertThat(ENTRIES).allSatisfy(entry -> assertThat(entry.durationDays()).isBetween(7, 84));
    }

    @Test
    void loggingAndMealPlanningCarryTheEatingDisorderFlag() {
        assertThat(bySlug("food_log_4w").contraindicationTags()).contains(ContraindicationTag.ED_FLAG);
        assertThat(bySlug("meal_planning").contraindicationTags()).contains(ContraindicationTag.ED_FLAG);
    }

    @Test
    void noFoodItemThatSpeaksOfWeightCaloriesOrLoggingReachesAPersonWithAnEatingDisorder() {
        var speaking = ENTRIES.stream()
                .filter(entry -> entry.category().equals("nutrition"))
                .filter(entry -> (entry.documentText() + entry.expectedEffect())
                        .toLowerCase(Locale.ROOT)
                        .matches(".*(weight|calorie|\\blog\\b).*"))
                .map(CatalogueEntry::slug)
                .toList();
        assertThat(speaking).contains("food_log_4w", "protein_each_meal");
        assertThat(offerable(ContraindicationTag.ED_FLAG)).doesNotContainAnyElementsOf(speaking);
    }

    @Test
    void aPersonWithAnEatingDisorderGetsNoMonitoring() {
        assertThat(offerable(ContraindicationTag.ED_FLAG))
                .doesNotContain("food_log_4w", "meal_planning", "progress_monitoring");
    }

    @Test
    void aPregnantPersonGetsNothingUnsafeAndReadsThatNoAlcoholIsTheAdvice() {
        assertThat(offerable(ContraindicationTag.PREGNANCY))
                .doesNotContain("warm_bath", "cbti_core", "exercise_snacks", "alcohol_free_days");
        var suggestions = (Recommendation.Suggestions) Recommender.recommend(
                Intake.of("drink less alcohol", "wine every evening"),
                person(ContraindicationTag.PREGNANCY),
                CATALOGUE,
                5);
        assertThat(suggestions.excluded())
                .filteredOn(exclusion -> exclusion.entry().slug().equals("alcohol_free_days"))
                .singleElement()
                .satisfies(exclusion -> {
                    assertThat(exclusion.reason()).isEqualTo(RefusedReason.CONTRAINDICATED);
                    assertThat(exclusion.text()).contains("none at all");
                });
    }

    private static Set<String> with(Action action) {
        return Arrays.stream(ContraindicationTag.values())
                .filter(tag -> tag.action() == action)
                .map(ContraindicationTag::code)
                .collect(Collectors.toSet());
    }

    private static List<String> offerable(ContraindicationTag flag) {
        var eligibility = new Eligibility(Intake.of("", ""), person(flag));
        return ENTRIES.stream()
                .filter(entry -> eligibility.refusal(entry).isEmpty())
                .map(CatalogueEntry::slug)
                .toList();
    }

    private static PersonFacts person(ContraindicationTag flag) {
        return new PersonFacts(
                new UUID(1, 2),
                LocalDate.of(2026, 11, 20),
                Set.of(flag),
                Set.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                true,
                false);
    }

    private static CatalogueEntry bySlug(String slug) {
        return ENTRIES.stream()
                .filter(entry -> entry.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
