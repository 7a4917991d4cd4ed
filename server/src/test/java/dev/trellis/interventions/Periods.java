package dev.trellis.interventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.testing.Api;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Periods in one line, through the front door. */
final class Periods {
    /** An intervention of the catalogue that asks no questions: thirty minutes of winding down, 14 days, three habits. */
    static final int WIND_DOWN = 5;

    private Periods() {}

    /** Starts the wind-down, with all its habits. */
    static UUID start(Api person) {
        return start(person, Map.of("intervention_id", WIND_DOWN));
    }

    static UUID start(Api person, Map<String, ?> request) {
        var answer = person.post("/intervention-periods/start", request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return UUID.fromString(answer.text("/period/id"));
    }

    /** The ids of a period's habits. */
    static List<String> habits(Api person, UUID period) {
        return StreamSupport.stream(
                        person.get("/habits?limit=100").body().path("items").spliterator(), false)
                .filter(habit -> habit.path("intervention_period_id").asText().equals(period.toString()))
                .map(habit -> habit.path("id").asText())
                .toList();
    }

    static Api.Answer complete(Api person, UUID period) {
        return person.put("/intervention-periods/" + period + "/complete", Map.of());
    }

    static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }
}
