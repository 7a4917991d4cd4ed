package dev.trellis.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.testing.Api;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What tests of the onboarding tell, and how they read its answers. */
final class Onboarded {
    static final Map<String, String> ANA = Map.of("name", "Ana", "time_zone", "Europe/Madrid");

    private Onboarded() {}

    /** Everything the longest path asks. */
    static void tellAll(Api ana) {
        ana.post("/onboarding", Map.of("path", "detailed"));
        answer(ana, "you", ANA);
        answer(ana, "goals", Map.of("goal", "Fall asleep faster"));
        answer(ana, "focus", Map.of("categories", List.of("sleep"), "blocked_categories", List.of("social")));
        answer(ana, "days", Map.of("minutes_per_day", 20, "day_start", "04:00", "country", "ES"));
        answer(ana, "now", Map.of("sleep_quality", 2, "stress", 4, "text", "I read in bed"));
        answer(ana, "safety", Map.of("conditions", List.of("seizure"), "pregnancy", "no"));
        answer(ana, "age", Map.of("birth_date", "1990-03-21", "sex", "female", "height_cm", 172.5));
        answer(
                ana,
                "movement",
                Map.of(
                        "training_age",
                        "beginner",
                        "equipment",
                        List.of("dumbbell"),
                        "injuries",
                        List.of("left knee, on stairs")));
        answer(
                ana,
                "food",
                Map.of(
                        "allergies",
                        List.of("milk"),
                        "other_allergies",
                        List.of("kiwi"),
                        "exclusions",
                        List.of("pork")));
        assertThat(answer(ana, "cycle", Map.of("cycle_tracking", true)).text("/state"))
                .isEqualTo("review");
    }

    static Api.Answer answer(Api person, String step, Map<String, ?> answers) {
        var answered = person.put("/onboarding/steps/" + step, answers);
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        return answered;
    }

    static Api.Answer complete(Api person) {
        var completed = person.post("/onboarding/complete", null);
        assertThat(completed.status()).as(completed.text()).isEqualTo(200);
        return completed;
    }

    static List<String> steps(Api.Answer onboarding) {
        return StreamSupport.stream(onboarding.body().path("steps").spliterator(), false)
                .map(step -> step.path("step").asText())
                .toList();
    }

    static JsonNode field(Api.Answer onboarding, String key) {
        for (var step : onboarding.body().path("steps")) {
            for (var field : step.path("fields")) {
                if (field.path("key").asText().equals(key)) {
                    return field;
                }
            }
        }
        throw new AssertionError("no field " + key + " in " + onboarding.text());
    }

    static UUID id(Api person) {
        return person.get("/me").id();
    }
}
