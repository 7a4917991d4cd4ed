package dev.trellis.interventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.interventions.recommendation.ContraindicationTag;
import dev.trellis.testing.Api;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Intakes, suggestions and submissions in one line, through the front door. */
final class Suggesting {
    private Suggesting() {}

    static UUID intake(Api person, String goal) {
        return intake(person, Map.of("goal", goal));
    }

    static UUID intake(Api person, Map<String, ?> body) {
        var answer = person.post("/intakes", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    /** What is suggested for an intake, in full. */
    static Api.Answer suggest(Api person, UUID intake, int limit) {
        var answer = person.post("/intakes/" + intake + "/recommendations", Map.of("limit", limit));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    static List<JsonNode> items(Api.Answer answer) {
        return StreamSupport.stream(answer.body().path("items").spliterator(), false)
                .toList();
    }

    static List<Integer> ids(Api.Answer answer) {
        return items(answer).stream()
                .map(item -> item.path("intervention_id").asInt())
                .toList();
    }

    /** Every question of the catalogue answered: yes to these, no to all others. */
    static void answersEverything(Api person, Set<ContraindicationTag> present) {
        tells(
                person,
                Arrays.stream(ContraindicationTag.values())
                        .collect(Collectors.toMap(ContraindicationTag::code, present::contains)));
    }

    static void tells(Api person, Map<String, Boolean> flags) {
        var saved = person.put("/me/profile", Map.of("safety_flags", flags, "cycle_tracking", true));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    }

    /** A harmless submission under this name. */
    static Map<String, Object> submission(String name) {
        return Map.of(
                "name", name,
                "description", "Ten quiet minutes with a cup of tea by the window before the day begins.",
                "profile_match", "Mornings feel rushed",
                "scientific_source", "my own experience",
                "category", "stress",
                "habits", List.of(Map.of("name", "Sit by the window for ten minutes"), "Call a friend twice a week"),
                "duration_days", 14,
                "contraindication_tags", List.of("shift_work"),
                "contraindications", "Not while you work nights.");
    }

    static int submit(Api author, Map<String, Object> submission) {
        var answer = author.post("/interventions/submit", submission);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body().path("intervention_id").asInt();
    }

    static Api.Answer review(Api reviewer, int id, Map<String, ?> decision) {
        return reviewer.post("/interventions/" + id + "/review", decision);
    }

    /** The only item whose number at this pointer is {@code id}. */
    static JsonNode find(List<JsonNode> items, String pointer, int id) {
        return items.stream()
                .filter(item -> item.at(pointer).asInt() == id)
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + items));
    }
}
