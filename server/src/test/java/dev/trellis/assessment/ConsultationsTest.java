package dev.trellis.assessment;

import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.trellis.assessment.ConsultationCompletion.AlreadyCompleted;
import dev.trellis.assessment.ConsultationCompletion.Completed;
import dev.trellis.assessment.ConsultationCompletion.Incomplete;
import dev.trellis.assessment.ConsultationCompletion.Unknown;
import dev.trellis.identity.Profile;
import dev.trellis.platform.Actor;
import dev.trellis.testing.Api;
import dev.trellis.testing.Api.Answer;
import dev.trellis.testing.Archive;
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
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The long assessment: nine sections in any order, with breaks, open to change until it is completed once. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConsultationsTest {
    private static final Map<String, Object> ABOUT_YOU = Map.of(
            "birth_date", "1990-03-21",
            "sex", "female",
            "height_cm", 165.5,
            "weight_kg", 65,
            "activity_level", "light");
    private static final Map<String, Object> HEALTH = Map.of(
            "active_lately", false,
            "health_conditions", List.of("none"),
            "warning_signs", List.of("none"),
            "pregnancy_state", List.of("none"),
            "eating_disorder", false,
            "eating_signs", List.of("none"));

    @Inject
    Given given;

    @Inject
    Consultations consultations;

    @Test
    void aPageCanShowEverySectionWithoutKnowingIt() {
        var ana = given.person("ana");

        var begun = ana.post("/consultations", null);

        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        assertThat(begun.header("Location")).endsWith("/consultations/" + begun.id());
        assertThat(begun.text("/state")).isEqualTo("open");
        assertThat(sections(begun))
                .containsExactly(
                        "about_you",
                        "health",
                        "goals",
                        "training_history",
                        "equipment_and_schedule",
                        "injuries",
                        "food",
                        "sleep_and_stress",
                        "preferences");
        assertThat(begun.text("/next_section")).isEqualTo("about_you");
        assertThat(begun.body().at("/progress/total").asInt()).isEqualTo(9);
        for (var section : begun.body().path("sections")) {
            assertThat(section.path("title").asText()).isNotEmpty();
            assertThat(section.path("fields")).isNotEmpty();
            for (var field : section.path("fields")) {
                assertThat(field.path("label").asText()).isNotEmpty();
                assertThat(field.path("help").asText()).isNotEmpty();
            }
        }
        assertThat(field(begun, "disliked_foods").path("options")).hasSize(94);
        assertThat(field(begun, "birth_date").path("max").asText()).isEqualTo("2026-11-16");
        assertThat(events(ana, "consultation.started")).isEqualTo(1);
    }

    @Test
    void beginningAgainGoesOnWithTheOneThatIsOpen() {
        var ana = given.person("ana");

        var begun = inParallel(6, () -> ana.post("/consultations", null));

        assertThat(begun).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(begun).filteredOn(answer -> answer.status() == 200).hasSize(5);
        assertThat(begun).extracting(Answer::id).containsOnly(begun.getFirst().id());
        assertThat(events(ana, "consultation.started")).isEqualTo(1);
    }

    @Test
    void whoLeavesFindsEverythingOnReturnAndMayChangeIt() {
        var ana = given.person("ana");
        var id = ana.post("/consultations", null).id();
        answer(ana, id, "health", HEALTH);
        answer(ana, id, "preferences", Map.of());
        answer(ana, id, "health", with(HEALTH, "active_lately", true));

        var back = ana.get("/consultations/" + id);

        assertThat(back.text("/next_section")).isEqualTo("about_you");
        assertThat(back.body().at("/progress/done").asInt()).isEqualTo(2);
        assertThat(field(back, "active_lately").path("answer").asBoolean()).isTrue();
        assertThat(field(back, "anything_else").has("answer")).isFalse();
        assertThat(ana.header("If-None-Match", back.header("ETag"))
                        .get("/consultations/" + id)
                        .status())
                .isEqualTo(304);
        assertThat(ana.get("/consultations").body().at("/items/0/progress/done").asInt())
                .isEqualTo(2);
    }

    @Test
    void whatIsKnownAlreadyIsSuggested() {
        var ana = given.person("ana");
        ana.put("/me/profile", Map.of("birth_date", "1985-05-05", "allergies", List.of("milk", "kiwi")));
        ana.post("/measurements", Map.of("weight_kg", 71.2));

        var begun = ana.post("/consultations", null);

        assertThat(field(begun, "birth_date").path("suggestion").asText()).isEqualTo("1985-05-05");
        assertThat(field(begun, "weight_kg").path("suggestion").asDouble()).isEqualTo(71.2);
        assertThat(field(begun, "allergies").at("/suggestion/0").asText()).isEqualTo("milk");
        assertThat(field(begun, "other_allergies").at("/suggestion/0").asText()).isEqualTo("kiwi");
    }

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
    void completingClosesItOnceHoweverManyRaceAndTellsWhoListens() {
        var ana = given.person("ana");
        var id = tellAll(ana);
        var actor = Actor.person(id(ana));

        var outcomes = inParallel(8, () -> consultations.complete(actor, id));

        assertThat(outcomes).filteredOn(Completed.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(AlreadyCompleted.class::isInstance).hasSize(7);
        assertThat(Owner.number("select count(*) from events where type = 'consultation.completed' and user_id = '"
                        + id(ana) + "' and payload->>'consultation_id' = '" + id + "'"))
                .isEqualTo(1);
        var closed = ana.get("/consultations/" + id);
        assertThat(closed.text("/state")).isEqualTo("completed");
        assertThat(closed.text("/completed_at")).isEqualTo("2026-11-16T12:00:00Z");
        assertThat(ana.put("/consultations/" + id + "/sections/health", HEALTH).problem())
                .isEqualTo("already-completed");
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsClosed() {
        var ana = given.person("ana");
        var actor = Actor.person(id(ana));
        var id = ana.post("/consultations", null).id();
        answer(ana, id, "about_you", ABOUT_YOU);
        answer(ana, id, "injuries", Map.of());

        var outcome = consultations.complete(actor, id);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Incomplete.class,
                        incomplete -> assertThat(incomplete.missing())
                                .containsExactly(
                                        ConsultationSection.HEALTH,
                                        ConsultationSection.GOALS,
                                        ConsultationSection.TRAINING_HISTORY,
                                        ConsultationSection.EQUIPMENT_AND_SCHEDULE,
                                        ConsultationSection.FOOD,
                                        ConsultationSection.SLEEP_AND_STRESS,
                                        ConsultationSection.PREFERENCES));
        assertThat(consultations.answers(actor, id)).isEmpty();
        assertThat(consultations.latestAnswers(actor)).isEmpty();
        assertThat(ana.get("/consultations/" + id).text("/state")).isEqualTo("open");
    }

    @Test
    void anAnswerThatHasBecomeNoneIsAskedAgain() {
        var ana = given.person("ana");
        var id = tellAll(ana);
        Owner.executeAsSuperuser("update consultation_answers set answers = answers || '{\"diet\": \"breatharian\"}'"
                + " where section = 'food' and user_id = '" + id(ana) + "'");

        var outcome = consultations.complete(Actor.person(id(ana)), id);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Incomplete.class,
                        incomplete -> assertThat(incomplete.missing()).containsExactly(ConsultationSection.FOOD));
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
    void completingTellsTheProfileWhatBelongsThere() {
        var ana = given.person("ana");
        ana.put(
                "/me/profile",
                Map.of("safety_flags", Map.of("seizure", true, "pregnancy", true), "exclusions", List.of("offal")));

        consultations.complete(Actor.person(id(ana)), tellAll(ana));

        var profile = ana.get("/me/profile").body();
        assertThat(profile.path("birth_date").asText()).isEqualTo("1990-03-21");
        assertThat(profile.path("height_cm").asDouble()).isEqualTo(165.5);
        assertThat(profile.at("/allergies/0").asText()).isEqualTo("nuts");
        assertThat(profile.at("/exclusions/0").asText())
                .as("what was not asked or passed stays")
                .isEqualTo("offal");
        assertThat(profile.at("/safety_flags/seizure").asBoolean()).isTrue();
        assertThat(profile.at("/safety_flags/pregnancy").asBoolean(true)).isFalse();
        assertThat(profile.at("/safety_flags/allergy_nuts_fish").asBoolean()).isTrue();
    }

    @Test
    void theNextOneStartsFromTheLast() {
        var ana = given.person("ana");
        var first = tellAll(ana);
        consultations.complete(Actor.person(id(ana)), first);

        var second = ana.post("/consultations", null);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.id()).isNotEqualTo(first);
        assertThat(second.body().at("/progress/done").asInt()).isZero();
        assertThat(field(second, "days_per_week").path("suggestion").asInt()).isEqualTo(3);
        assertThat(ana.get("/consultations").body().path("items")).hasSize(2);
        assertThat(ana.get("/consultations").text("/items/1/state")).isEqualTo("completed");
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

    @Test
    void aRepeatedAnswerWithItsKeyIsOneAndAnotherBodyIsRefused() {
        var ana = given.person("ana");
        var id = ana.post("/consultations", null).id();
        var keyed = ana.header("Idempotency-Key", "once");

        answer(keyed, id, "injuries", Map.of("injury_hip", "niggle"));

        assertThat(keyed.put("/consultations/" + id + "/sections/injuries", Map.of("injury_hip", "niggle"))
                        .header("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(keyed.put("/consultations/" + id + "/sections/injuries", Map.of("injury_hip", "acute"))
                        .problem())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void whatIsAnasDoesNotExistForBen() {
        var ana = given.person("ana");
        var ben = given.person("ben");
        var id = tellAll(ana);

        assertThat(ben.get("/consultations/" + id).status()).isEqualTo(404);
        assertThat(ben.put("/consultations/" + id + "/sections/health", HEALTH).status())
                .isEqualTo(404);
        assertThat(ben.get("/consultations").body().path("items")).isEmpty();
        assertThat(consultations.complete(Actor.person(id(ben)), id)).isInstanceOf(Unknown.class);
        assertThat(consultations.answers(Actor.person(id(ben)), id)).isEmpty();
        assertThat(ana.get("/consultations/" + id).text("/state")).isEqualTo("open");
        assertThat(given.nobody().get("/consultations").status()).isEqualTo(401);
        assertThat(ana.put("/consultations/" + id + "/sections/shoes", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void itIsInTheArchiveAndGoesWithThePerson() {
        var ana = given.person("ana");
        var anaId = id(ana);
        tellAll(ana);

        assertThat(Archive.text(ana, "data/consultation_answers.json")).contains("Burpees");
        assertThat(ana.delete("/me").status()).isEqualTo(200);
        assertThat(Owner.count("consultation_answers", "user_id", anaId)).isZero();
        assertThat(Owner.count("consultation_sessions", "user_id", anaId)).isZero();
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

    /** Everything, with something in every section; the consultation's id. */
    private static UUID tellAll(Api person) {
        var id = person.post("/consultations", null).id();
        var aboutYou = new LinkedHashMap<>(ABOUT_YOU);
        aboutYou.putAll(
                Map.of("body_fat_percent", 24.5, "body_fat_method", "dxa", "body_fat_measured_on", "2026-10-01"));
        answer(person, id, "about_you", aboutYou);
        var health = new LinkedHashMap<>(HEALTH);
        health.put("health_conditions", List.of("diabetes"));
        health.put("pregnancy_state", List.of("breastfeeding"));
        health.put("clinician_agrees", true);
        health.put("eating_signs", List.of("food_dominates"));
        health.put("unwanted_loss_kg", 1.5);
        answer(person, id, "health", health);
        answer(
                person,
                id,
                "goals",
                Map.of(
                        "training_aim",
                        "strength",
                        "weight_aim",
                        "lose",
                        "goal_weight_kg",
                        62,
                        "rate_percent_per_week",
                        0.5));
        answer(
                person,
                id,
                "training_history",
                Map.of("consistent_months", 8, "break_weeks", 2, "one_rep_max_kg_back_squat", 70));
        answer(
                person,
                id,
                "equipment_and_schedule",
                Map.of(
                        "equipment",
                        List.of("dumbbell", "band"),
                        "days_per_week",
                        3,
                        "minutes_per_session",
                        45,
                        "weekdays",
                        List.of("monday", "wednesday", "saturday"),
                        "session_time",
                        "06:30"));
        answer(person, id, "injuries", Map.of("injury_knee", "limits", "injury_hip", "none"));
        answer(
                person,
                id,
                "food",
                Map.of(
                        "diet",
                        "pescatarian",
                        "allergies",
                        List.of("nuts"),
                        "no_pork",
                        true,
                        "disliked_foods",
                        List.of("kale_raw"),
                        "meals_per_day",
                        4));
        answer(person, id, "sleep_and_stress", Map.of("sleep_hours", 6.5, "stress", 4, "bed_time", "23:15"));
        answer(
                person,
                id,
                "preferences",
                Map.of(
                        "cardio",
                        List.of("walking", "swimming"),
                        "unwanted_exercises",
                        List.of("Burpees"),
                        "auto_adjust",
                        true));
        return id;
    }

    private static Answer answer(Api person, UUID id, String section, Map<String, ?> answers) {
        var answered = person.put("/consultations/" + id + "/sections/" + section, answers);
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        return answered;
    }

    private static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
        var changed = new LinkedHashMap<>(answers);
        changed.put(key, value);
        return changed;
    }

    private static List<String> sections(Answer consultation) {
        return StreamSupport.stream(consultation.body().path("sections").spliterator(), false)
                .map(section -> section.path("section").asText())
                .toList();
    }

    private static JsonNode field(Answer consultation, String key) {
        for (var section : consultation.body().path("sections")) {
            for (var field : section.path("fields")) {
                if (field.path("key").asText().equals(key)) {
                    return field;
                }
            }
        }
        throw new AssertionError("no field " + key + " in " + consultation.text());
    }

    private static UUID id(Api person) {
        return person.get("/me").id();
    }

    private static long events(Api person, String type) {
        return Owner.number(
                "select count(*) from events where type = '" + type + "' and user_id = '" + id(person) + "'");
    }
}
