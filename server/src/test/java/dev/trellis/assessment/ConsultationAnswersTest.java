package dev.trellis.assessment;

import static dev.trellis.assessment.Consulted.ABOUT_YOU;
import static dev.trellis.assessment.Consulted.HEALTH;
import static dev.trellis.assessment.Consulted.answer;
import static dev.trellis.assessment.Consulted.id;
import static dev.trellis.assessment.Consulted.tellAll;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trellis.assessment.ConsultationChoices.ActivityLevel;
import dev.trellis.assessment.ConsultationChoices.BodyRegion;
import dev.trellis.assessment.ConsultationChoices.CardioKind;
import dev.trellis.assessment.ConsultationChoices.Diet;
import dev.trellis.assessment.ConsultationChoices.EatingSign;
import dev.trellis.assessment.ConsultationChoices.HealthCondition;
import dev.trellis.assessment.ConsultationChoices.InjurySeverity;
import dev.trellis.assessment.ConsultationChoices.PregnancyState;
import dev.trellis.assessment.ConsultationChoices.TrainingAim;
import dev.trellis.assessment.ConsultationChoices.WeightAim;
import dev.trellis.identity.Profile;
import dev.trellis.platform.Actor;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sections of a consultation take for an answer, and what comes of it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConsultationAnswersTest {
    @Inject
    Given given;

    @Inject
    Consultations consultations;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "about_you|birth_date|'2026-11-17'|/birth_date",
                "about_you|birth_date|'1906-11-15'|/birth_date",
                "about_you|height_cm|119|/height_cm",
                "about_you|height_cm|231|/height_cm",
                "about_you|weight_kg|29.9|/weight_kg",
                "about_you|weight_kg|300.1|/weight_kg",
                "about_you|weight_kg|65.55|/weight_kg",
                "about_you|weight_kg|null|/weight_kg",
                "about_you|sex|'yes'|/sex",
                "about_you|activity_level|'heroic'|/activity_level",
                "about_you|body_fat_percent|20|/body_fat_method",
                "about_you|body_fat_method|'dxa'|/body_fat_percent",
                "about_you|shoe_size|42|/shoe_size",
                "health|active_lately|null|/active_lately",
                "health|active_lately|'maybe'|/active_lately",
                "health|health_conditions|['none','diabetes']|/health_conditions",
                "health|health_conditions|['hunger']|/health_conditions",
                "health|health_conditions|[]|/health_conditions",
                "health|pregnancy_week|12|/pregnancy_week",
                "health|pregnancy_week|43|/pregnancy_week",
                "health|lost_kg_in_six_months|-1|/lost_kg_in_six_months",
                "goals|training_aim|'fame'|/training_aim",
                "goals|weight_aim|null|/weight_aim",
                "goals|goal_weight_kg|60|/goal_weight_kg",
                "goals|rate_percent_per_week|0.5|/rate_percent_per_week",
                "goals|rate_percent_per_week|1.01|/rate_percent_per_week",
                "training_history|consistent_months|-1|/consistent_months",
                "training_history|run_minutes_per_week|30|/longest_run_minutes",
                "training_history|one_rep_max_kg_deadlift|601|/one_rep_max_kg_deadlift",
                "equipment_and_schedule|equipment|['trebuchet']|/equipment",
                "equipment_and_schedule|days_per_week|0|/days_per_week",
                "equipment_and_schedule|days_per_week|7|/days_per_week",
                "equipment_and_schedule|minutes_per_session|19|/minutes_per_session",
                "equipment_and_schedule|weekdays|['monday']|/weekdays",
                "equipment_and_schedule|weekdays|['moonday']|/weekdays",
                "equipment_and_schedule|session_time|'24:00'|/session_time",
                "injuries|injury_knee|'broken'|/injury_knee",
                "injuries|injuries|[['knee']]|/injuries",
                "food|diet|'air'|/diet",
                "food|allergies|['none','milk']|/allergies",
                "food|disliked_foods|['ambrosia']|/disliked_foods",
                "food|liked_foods|['apple','banana']|/liked_foods",
                "food|meals_per_day|5|/meals_per_day",
                "sleep_and_stress|sleep_hours|15|/sleep_hours",
                "sleep_and_stress|resting_heart_rate|20|/resting_heart_rate",
                "preferences|cardio|['sleeping']|/cardio",
                "preferences|auto_adjust|1|/auto_adjust",
            })
    void refusesWhatIsNoAnswerAndNamesTheField(String section, String key, String value, String pointer)
            throws Exception {
        var ana = given.person("ana");
        var id = ana.post("/consultations", null).id();
        var json = new ObjectMapper();
        var body = (ObjectNode) json.valueToTree(whole().getOrDefault(section, Map.of()));
        body.set(key, json.readTree(value.replace('\'', '"')));

        var refused = ana.put("/consultations/" + id + "/sections/" + section, body.toString());

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.body().path("errors"))
                .extracting(error -> error.path("pointer").asText())
                .containsExactly(pointer);
        assertThat(ana.get("/consultations/" + id).body().at("/progress/done").asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"lose,0.25,60", "lose,1,60", "gain,0.1,70", "gain,0.5,70"})
    void takesTheRatesThatAnAimAllows(String aim, BigDecimal rate, int kg) {
        var ana = given.person("ana");
        var id = ana.post("/consultations", null).id();

        answer(
                ana,
                id,
                "goals",
                Map.of(
                        "training_aim",
                        "health",
                        "weight_aim",
                        aim,
                        "rate_percent_per_week",
                        rate,
                        "goal_weight_kg",
                        kg));
    }

    @ParameterizedTest
    @CsvSource({"lose,0.24", "gain,0.09", "gain,0.51", "keep,0.1"})
    void refusesTheRatesThatItDoesNot(String aim, BigDecimal rate) {
        var ana = given.person("ana");
        var id = ana.post("/consultations", null).id();

        var refused = ana.put(
                "/consultations/" + id + "/sections/goals",
                Map.of("training_aim", "health", "weight_aim", aim, "rate_percent_per_week", rate));

        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/rate_percent_per_week");
    }

    @Test
    void theAnswersComeOutTypedAndWhole() {
        var ana = given.person("ana");
        var id = tellAll(ana);
        var actor = Actor.person(id(ana));
        consultations.complete(actor, id);

        var told = consultations.latestAnswers(actor).orElseThrow();

        assertThat(told.aboutYou().sex()).isEqualTo(Profile.Sex.FEMALE);
        assertThat(told.aboutYou().heightCm()).isEqualByComparingTo("165.5");
        assertThat(told.aboutYou().ageOn(LocalDate.parse("2026-03-20"))).isEqualTo(35);
        assertThat(told.aboutYou().activityLevel()).isEqualTo(ActivityLevel.LIGHT);
        assertThat(Objects.requireNonNull(told.aboutYou().bodyFat()).percent()).isEqualByComparingTo("24.5");
        assertThat(told.health().conditions()).containsExactly(HealthCondition.DIABETES);
        assertThat(told.health().hasDiseaseForClearance()).isTrue();
        assertThat(told.health().warningSigns()).isEmpty();
        assertThat(told.health().pregnancy()).containsExactly(PregnancyState.BREASTFEEDING);
        assertThat(told.health().clinicianAgrees()).isTrue();
        assertThat(told.health().eatingSigns()).containsExactly(EatingSign.FOOD_DOMINATES);
        assertThat(told.health().unwantedLossKg()).isEqualByComparingTo("1.5");
        assertThat(told.goals().training()).isEqualTo(TrainingAim.STRENGTH);
        assertThat(told.goals().weight()).isEqualTo(WeightAim.LOSE);
        assertThat(told.goals().goalWeightKg()).isEqualByComparingTo("62");
        assertThat(told.goals().ratePercentPerWeek()).isEqualByComparingTo("0.5");
        assertThat(told.trainingHistory().consistentMonths()).isEqualTo(8);
        assertThat(told.trainingHistory().oneRepMaxKg()).containsOnlyKeys("back_squat");
        assertThat(told.schedule().equipment()).containsExactlyInAnyOrder("dumbbell", "band");
        assertThat(told.schedule().weekdays())
                .isEqualTo(Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.SATURDAY));
        assertThat(told.schedule().sessionTime()).isEqualTo(LocalTime.of(6, 30));
        assertThat(told.injuries().regions()).isEqualTo(Map.of(BodyRegion.KNEE, InjurySeverity.LIMITS));
        assertThat(told.food().diet()).isEqualTo(Diet.PESCATARIAN);
        assertThat(told.food().allergens()).containsExactly("nuts");
        assertThat(told.food().disliked()).containsExactly("kale_raw");
        assertThat(told.food().noPork()).isTrue();
        assertThat(told.sleepAndStress().sleepHours()).isEqualByComparingTo("6.5");
        assertThat(told.sleepAndStress().bedTime()).isEqualTo(LocalTime.of(23, 15));
        assertThat(told.preferences().cardio()).containsExactly(CardioKind.WALKING, CardioKind.SWIMMING);
        assertThat(told.preferences().unwantedExercises()).containsExactly("Burpees");
        assertThat(told.preferences().autoAdjust()).isTrue();
        assertThat(told.toString()).doesNotContain("65");
    }

    @Test
    void wordsThatSoundLikeDangerAreAnsweredWithHelp() {
        var ana = given.person("ana");
        var id = ana.post("/consultations", null).id();

        var answered = answer(ana, id, "preferences", Map.of("anything_else", "I want to kill myself"));

        assertThat(answered.text("/safety/message")).isNotEmpty();
        assertThat(Owner.number("select count(*) from safety_events where source = 'consultation' and user_id = '"
                        + id(ana) + "'"))
                .isEqualTo(1);
        assertThat(Owner.number("select count(*) from consultation_answers where safety_level in ('s2', 's3')"
                        + " and user_id = '" + id(ana) + "'"))
                .isEqualTo(1);
    }

    private static Map<String, Map<String, Object>> whole() {
        var whole = new LinkedHashMap<String, Map<String, Object>>();
        whole.put("about_you", ABOUT_YOU);
        whole.put("health", HEALTH);
        whole.put("goals", Map.of("training_aim", "health", "weight_aim", "keep"));
        whole.put("training_history", Map.of("consistent_months", 0, "break_weeks", 0));
        whole.put(
                "equipment_and_schedule",
                Map.of("equipment", List.of("none"), "days_per_week", 3, "minutes_per_session", 45));
        whole.put(
                "food",
                Map.of(
                        "diet",
                        "omnivore",
                        "allergies",
                        List.of("none"),
                        "meals_per_day",
                        4,
                        "disliked_foods",
                        List.of("banana")));
        return whole;
    }
}
