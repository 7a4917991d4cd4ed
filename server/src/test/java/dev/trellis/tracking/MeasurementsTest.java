package dev.trellis.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.Api;
import dev.trellis.testing.Archive;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights and other measures: kept on the person's own day, and doubted when they do not fit the earlier ones. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MeasurementsTest {
    @Inject
    Given given;

    @Test
    void aWeighingIsKeptOnThePersonsOwnDay() {
        var kiritimati = given.person("ana", "Pacific/Kiritimati");

        var kept = kiritimati.post("/measurements", Map.of("weight_kg", 70.5, "waist_cm", 81));

        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        assertThat(kept.header("Location")).endsWith("/measurements/" + kept.id());
        assertThat(kept.text("/measured_at")).isEqualTo("2026-11-16T12:00:00Z");
        assertThat(kept.text("/day")).as("02:00 of the next day there").isEqualTo("2026-11-17");
        assertThat(kiritimati
                        .get("/measurements/" + kept.id())
                        .body()
                        .path("weight_kg")
                        .asDouble())
                .isEqualTo(70.5);
        assertThat(kiritimati.get("/measurements?from=2026-11-17").body().path("items"))
                .hasSize(1);
        assertThat(kiritimati.get("/measurements?to=2026-11-16").body().path("items"))
                .isEmpty();
        assertThat(Owner.number("select count(*) from events where type = 'measurement.taken' and user_id = '"
                        + id(kiritimati) + "' and payload::text not like '%70.5%'"))
                .as("the event says that, not what")
                .isEqualTo(1);
    }

    @Test
    void aWeightFarFromTheTrendWaitsForASecondLook() {
        var ana = given.person("ana");
        weigh(ana, "2026-11-10T07:00:00Z", 80);
        weigh(ana, "2026-11-11T07:00:00Z", 80.4);

        var doubted = ana.post("/measurements", Map.of("weight_kg", 84.0, "measured_at", "2026-11-12T07:00:00Z"));

        assertThat(doubted.status()).isEqualTo(422);
        assertThat(doubted.body().at("/errors/0/pointer").asText()).isEqualTo("/weight_kg");
        assertThat(doubted.text("/detail")).contains("80.0 kg").contains("confirmed");
        assertThat(Owner.count("body_measurements", "user_id", id(ana))).isEqualTo(2);
        assertThat(ana.post(
                                "/measurements",
                                Map.of("weight_kg", 84.0, "measured_at", "2026-11-12T07:00:00Z", "confirmed", true))
                        .status())
                .isEqualTo(201);
        assertThat(ana.post("/measurements", Map.of("weight_kg", 81.5, "measured_at", "2026-11-09T07:00:00Z"))
                        .status())
                .as("before the first there is no trend")
                .isEqualTo(201);
    }

    @Test
    void onlyOnesOwnWeightsMakeTheTrend() {
        weigh(given.person("ben"), "2026-11-15T07:00:00Z", 120);

        assertThat(given.person("ana")
                        .post("/measurements", Map.of("weight_kg", 60))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|/weight_kg",
                "{'confirmed':true}|/weight_kg",
                "{'weight_kg':19.9}|/weight_kg",
                "{'weight_kg':400.1}|/weight_kg",
                "{'weight_kg':70.55}|/weight_kg",
                "{'weight_kg':'heavy'}|/weight_kg",
                "{'body_fat_percent':20}|/body_fat_method",
                "{'weight_kg':70,'body_fat_method':'dxa'}|/body_fat_method",
                "{'body_fat_percent':20,'body_fat_method':'astrology'}|/body_fat_method",
                "{'waist_cm':5}|/waist_cm",
                "{'weight_kg':70,'measured_at':'2026-11-16T12:06:00Z'}|/measured_at",
                "{'weight_kg':70,'measured_at':'1990-01-01T00:00:00Z'}|/measured_at",
                "{'weight_kg':70,'day':'2026-11-16'}|/day",
            })
    void refusesWhatCannotBeAndNamesTheField(String body, String pointer) {
        var ana = given.person("ana");

        var refused = ana.post("/measurements", body.replace('\'', '"'));

        assertThat(refused.status()).as(refused.text()).isIn(400, 422);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(Owner.count("body_measurements", "user_id", id(ana))).isZero();
    }

    @Test
    void theSameKeyWeighsOnce() {
        var ana = given.person("ana").header("Idempotency-Key", "morning");

        var first = ana.post("/measurements", Map.of("weight_kg", 70));

        assertThat(ana.post("/measurements", Map.of("weight_kg", 70)).id()).isEqualTo(first.id());
        assertThat(ana.post("/measurements", Map.of("weight_kg", 71)).problem()).isEqualTo("idempotency-key-reused");
        assertThat(ana.header("If-None-Match", ana.get("/measurements").header("ETag"))
                        .get("/measurements")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void theListIsByTheTimeOfMeasuring() {
        var ana = given.person("ana");
        weigh(ana, "2026-11-11T07:00:00Z", 80);
        weigh(ana, "2026-11-09T07:00:00Z", 81);
        weigh(ana, "2026-11-10T07:00:00Z", 80.5);

        var first = ana.get("/measurements?limit=2");
        var second = ana.get("/measurements?limit=2&cursor=" + first.text("/next_cursor"));

        assertThat(first.text("/items/0/day") + " " + first.text("/items/1/day"))
                .isEqualTo("2026-11-11 2026-11-10");
        assertThat(second.body().path("items")).hasSize(1);
        assertThat(second.text("/items/0/day")).isEqualTo("2026-11-09");
    }

    @Test
    void whatIsAnasIsHersExportedAndErased() {
        var ana = given.person("ana");
        var ben = given.person("ben");
        var kept = ana.post("/measurements", Map.of("weight_kg", 61.3)).id();
        var gone = ana.post("/measurements", Map.of("hip_cm", 99)).id();

        assertThat(ben.get("/measurements/" + kept).status()).isEqualTo(404);
        assertThat(ben.delete("/measurements/" + kept).status()).isEqualTo(404);
        assertThat(ana.delete("/measurements/" + gone).status()).isEqualTo(204);
        assertThat(ana.delete("/measurements/" + gone).status()).isEqualTo(404);
        assertThat(Archive.text(ana, "data/body_measurements.json"))
                .contains("61.3")
                .doesNotContain(gone.toString(), "\"hip_cm\":99");
        var anaId = id(ana);
        ana.delete("/me");
        assertThat(Owner.count("body_measurements", "user_id", anaId)).isZero();
    }

    private static void weigh(Api person, String moment, double kg) {
        var kept = person.post("/measurements", Map.of("weight_kg", kg, "measured_at", moment));
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
    }

    private static UUID id(Api person) {
        return person.get("/me").id();
    }
}
