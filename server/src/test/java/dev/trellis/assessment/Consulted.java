package dev.trellis.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.testing.Api;
import dev.trellis.testing.Api.Answer;
import dev.trellis.testing.Owner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What tests of the consultation tell, and how they read its answers. */
final class Consulted {
    static final Map<String, Object> ABOUT_YOU = Map.of(
            "birth_date", "1990-03-21",
            "sex", "female",
            "height_cm", 165.5,
            "weight_kg", 65,
            "activity_level", "light");
    static final Map<String, Object> HEALTH = Map.of(
            "active_lately", false,
            "health_conditions", List.of("none"),
            "warning_signs", List.of("none"),
            "pregnancy_state", List.of("none"),
            "eating_disorder", false,
            "eating_signs", List.of("none"));

    private Consulted() {}

    /** A whole consultation, told section by section. */
    static UUID tellAll(Api person) {
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

    static Answer answer(Api person, UUID id, String section, Map<String, ?> answers) {
        var answered = person.put("/consultations/" + id + "/sections/" + section, answers);
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        return answered;
    }

    static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
        var changed = new LinkedHashMap<>(answers);
        changed.put(key, value);
        return changed;
    }

    static List<String> sections(Answer consultation) {
        return StreamSupport.stream(consultation.body().path("sections").spliterator(), false)
                .map(section -> section.path("section").asText())
                .toList();
    }

    static JsonNode field(Answer consultation, String key) {
        for (var section : consultation.body().path("sections")) {
            for (var field : section.path("fields")) {
                if (field.path("key").asText().equals(key)) {
                    return field;
                }
            }
        }
        throw new AssertionError("no field " + key + " in " + consultation.text());
    }

    static UUID id(Api person) {
        return person.get("/me").id();
    }

    static long events(Api person, String type) {
        return Owner.number(
                "select count(*) from events where type = '" + type + "' and user_id = '" + id(person) + "'");
    }
}
