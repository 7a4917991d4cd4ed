package dev.trellis.tracking;

import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.Api;
import dev.trellis.testing.Api.Answer;
import dev.trellis.testing.Archive;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people did: by hand or from a file, on their own day, without a trace of where. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ActivitiesTest {
    private static final String GPX_TYPE = "application/gpx+xml";
    private static final String RUN = """
            <gpx><trk>%s<trkseg>
            <trkpt lat="50.1234567" lon="8.7654321"><time>2026-11-15T22:50:00Z</time></trkpt>
            <trkpt lat="50.1324495" lon="8.7654321"><time>2026-11-15T22:56:00Z</time></trkpt>
            </trkseg></trk></gpx>
            """;
    private static final String TYPED = RUN.formatted("<type>running</type>");

    @Inject
    Given given;

    @Test
    void aSessionIsKeptWithItsSets() {
        var ana = given.person("ana");
        var squats = Map.of(
                "exercise_id",
                "goblet_squat",
                "sets",
                List.of(Map.of("reps", 10, "load_kg", 17.5, "rir", 2), Map.of("reps", 8, "load_kg", 20)));

        var logged = ana.post(
                "/activities",
                Map.of(
                        "type",
                        "strength",
                        "duration_s",
                        3060,
                        "rpe",
                        7,
                        "exercises",
                        List.of(squats),
                        "notes",
                        "slow"));

        assertThat(logged.status()).as(logged.text()).isEqualTo(201);
        assertThat(logged.header("Location")).endsWith("/activities/" + logged.id());
        assertThat(logged.text("/started_at")).as("it ends now").isEqualTo("2026-11-16T11:09:00Z");
        assertThat(logged.text("/day")).isEqualTo("2026-11-16");
        assertThat(logged.text("/source")).isEqualTo("manual");
        assertThat(logged.body().at("/exercises/0/sets/0/load_kg").asDouble()).isEqualTo(17.5);
        assertThat(logged.body().has("planned_session_instance_id")).isFalse();
        assertThat(ana.get("/activities/" + logged.id()).body()).isEqualTo(logged.body());
        assertThat(events(ana, "activity.logged")).isEqualTo(1);
    }

    @Test
    void aFileIsReadAndItsPlacesForgotten() {
        var ana = given.person("ana", "Europe/Berlin");

        var read = upload(ana, "", TYPED);

        assertThat(read.status()).as(read.text()).isEqualTo(201);
        assertThat(read.text("/type")).isEqualTo("run");
        assertThat(read.text("/source")).isEqualTo("gpx");
        assertThat(read.body().path("duration_s").asInt()).isEqualTo(360);
        assertThat(read.body().path("distance_m").asDouble()).isBetween(999.0, 1001.0);
        assertThat(read.text("/day")).as("23:50 in Berlin").isEqualTo("2026-11-15");
        assertThat(Archive.text(ana, "data/activities.json"))
                .contains("360")
                .doesNotContain("50.12")
                .doesNotContain("8.76");
    }

    @Test
    void theDayIsThatOfTheStartWhereThePersonLives() {
        var bangkok = given.person("ben", "Asia/Bangkok");

        assertThat(upload(bangkok, "", TYPED).text("/day")).isEqualTo("2026-11-16");
        assertThat(bangkok.get("/activities?from=2026-11-16&to=2026-11-16")
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(bangkok.get("/activities?to=2026-11-15").body().path("items"))
                .isEmpty();
    }

    @Test
    void theSameFileIsOneActivityHoweverOftenItComes() {
        var ana = given.person("ana");

        var answers = inParallel(8, () -> upload(ana, "", TYPED));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.problem().equals("already-exists"))
                .hasSize(7);
        assertThat(Owner.count("activities", "user_id", id(ana))).isEqualTo(1);
        assertThat(events(ana, "activity.logged")).isEqualTo(1);
        assertThat(upload(given.person("ben"), "", TYPED).status())
                .as("two friends, one recording")
                .isEqualTo(201);
        var kept = ana.get("/activities").text("/items/0/id");
        ana.delete("/activities/" + kept);
        assertThat(upload(ana, "", TYPED).status())
                .as("after it was taken back")
                .isEqualTo(201);
    }

    @Test
    void aFileWithAKeyIsReadOnce() {
        var ana = given.person("ana").header("Idempotency-Key", "the run");

        var first = upload(ana, "", TYPED);
        var again = upload(ana, "", TYPED);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(upload(ana, "?type=walk", TYPED).problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void whatAFileDoesNotSayIsAsked() {
        var ana = given.person("ana");
        var silent = RUN.formatted("");

        var asked = upload(ana, "", silent);

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body().at("/errors/0/pointer").asText()).isEqualTo("/query/type");
        assertThat(asked.text("/detail")).contains("run, treadmill_run");
        assertThat(upload(ana, "?type=hike", silent).text("/type")).isEqualTo("hike");
        assertThat(upload(ana, "?type=flight", silent)
                        .body()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/query/type");
    }

    @Test
    void refusesFilesThatHoldNothingOrTooMuch() {
        var ana = given.person("ana");

        var empty = upload(ana, "", "<gpx/>");
        assertThat(empty.status()).as(empty.text()).isEqualTo(422);
        assertThat(empty.text("/detail")).contains("no track with times");
        assertThat(upload(ana, "", "").status()).isBetween(400, 422);
        assertThat(upload(ana, "", TYPED.replace("2026-11-15", "2027-11-15"))
                        .body()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/started_at");
        assertThat(upload(
                                ana,
                                "",
                                TYPED.replace("<gpx>", "<!DOCTYPE gpx [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><gpx>"))
                        .status())
                .isEqualTo(422);
        assertThat(upload(ana, "", TYPED.replace("<gpx>", "<gpx>" + " ".repeat(17 * 1024 * 1024)))
                        .problem())
                .isEqualTo("too-large");
        assertThat(upload(ana, "", TYPED.replace("<gpx>", "<gpx>" + " ".repeat(3 * 1024 * 1024)))
                        .status())
                .as("a long ride is larger than other bodies")
                .isEqualTo(201);
        var json = ana.send("POST", "/activities", "{\"notes\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}");
        assertThat(json.problem()).isEqualTo("too-large");
        assertThat(ana.send("POST", "/activities", Map.of("Content-Type", "application/octet-stream"), new byte[] {1})
                        .problem())
                .isEqualTo("unsupported-media-type");
        assertThat(Owner.count("activities", "user_id", id(ana))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'duration_s':60}|/type",
                "{'type':'flight','duration_s':60}|/type",
                "{'type':'run'}|/duration_s",
                "{'type':'run','duration_s':0}|/duration_s",
                "{'type':'run','duration_s':604801}|/duration_s",
                "{'type':'run','duration_s':1.5}|/duration_s",
                "{'type':'run','duration_s':60,'distance_m':-1}|/distance_m",
                "{'type':'run','duration_s':60,'rpe':11}|/rpe",
                "{'type':'run','duration_s':60,'average_heart_rate':0}|/average_heart_rate",
                "{'type':'run','duration_s':60,'average_heart_rate':150,'max_heart_rate':140}|/average_heart_rate",
                "{'type':'run','duration_s':60,'started_at':'2027-01-01T00:00:00Z'}|/started_at",
                "{'type':'run','duration_s':7200,'started_at':'2026-11-16T11:00:00Z'}|/duration_s",
                "{'type':'run','duration_s':60,'started_at':'1999-12-31T00:00:00Z'}|/started_at",
                "{'type':'strength','duration_s':60,'exercises':[]}|/exercises",
                "{'type':'strength','duration_s':60,'exercises':[{'exercise_id':'a b','sets':[{'reps':1}]}]}|/exercises/0/exercise_id",
                "{'type':'strength','duration_s':60,'exercises':[{'exercise_id':'dips','sets':[]}]}|/exercises/0/sets",
                "{'type':'strength','duration_s':60,'exercises':[{'exercise_id':'dips','sets':[{'rir':1}]}]}|/exercises/0/sets/0",
                "{'type':'run','duration_s':60,'source':'gpx'}|/source",
            })
    void refusesWhatCannotBeAndNamesTheField(String body, String pointer) {
        var ana = given.person("ana");

        var refused = ana.post("/activities", body.replace('\'', '"'));

        assertThat(refused.status()).as(refused.text()).isIn(400, 422);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(Owner.count("activities", "user_id", id(ana))).isZero();
    }

    @Test
    void anActivityCanBeChangedAlsoOneFromAFile() {
        var ana = given.person("ana");
        var id = upload(ana, "", TYPED).id();
        var tag = ana.get("/activities/" + id).header("ETag");

        var changed = ana.header("If-Match", tag)
                .patch(
                        "/activities/" + id,
                        Map.of("rpe", 5, "type", "treadmill_run", "started_at", "2026-11-14T08:00:00Z"));

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.text("/day")).isEqualTo("2026-11-14");
        assertThat(changed.text("/source")).isEqualTo("gpx");
        assertThat(changed.body().path("duration_s").asInt()).isEqualTo(360);
        assertThat(ana.header("If-Match", tag)
                        .patch("/activities/" + id, Map.of("rpe", 6))
                        .problem())
                .isEqualTo("precondition-failed");
        assertThat(ana.patch("/activities/" + id, Map.of("type", "flight")).status())
                .isIn(400, 422);
        assertThat(Owner.number("select count(*) from events where type = 'activity.changed' and user_id = '" + id(ana)
                        + "' and payload->>'previous_day' = '2026-11-15' and payload->>'day' = '2026-11-14'"))
                .isEqualTo(1);
        ana.patch("/activities/" + id, Map.of("rpe", 5));
        assertThat(events(ana, "activity.changed")).as("the same again").isEqualTo(1);
    }

    @Test
    void whatIsAnasIsNotThereForBen() {
        var ana = given.person("ana");
        var ben = given.person("ben");
        var id = ana.post("/activities", Map.of("type", "walk", "duration_s", 600))
                .id();

        assertThat(ben.get("/activities/" + id).status()).isEqualTo(404);
        assertThat(ben.patch("/activities/" + id, Map.of("rpe", 1)).status()).isEqualTo(404);
        assertThat(ben.delete("/activities/" + id).status()).isEqualTo(404);
        assertThat(ben.get("/activities").body().path("items")).isEmpty();
        assertThat(ana.delete("/activities/" + id).status()).isEqualTo(204);
        assertThat(events(ana, "activity.removed")).isEqualTo(1);
    }

    @Test
    void notesThatSoundLikeDangerAreAnsweredWithHelp() {
        var logged = given.person("ana")
                .post("/activities", Map.of("type", "walk", "duration_s", 600, "notes", "I want to kill myself"));

        assertThat(logged.status()).isEqualTo(201);
        assertThat(logged.text("/safety/message")).isNotEmpty();
    }

    @Test
    void activitiesGoWithThePerson() {
        var ana = given.person("ana");
        var anaId = id(ana);
        upload(ana, "", TYPED);

        assertThat(ana.delete("/me").status()).isEqualTo(200);

        assertThat(Owner.count("activities", "user_id", anaId)).isZero();
    }

    private static Answer upload(Api person, String query, String file) {
        return person.send(
                "POST", "/activities" + query, Map.of("Content-Type", GPX_TYPE), file.getBytes(StandardCharsets.UTF_8));
    }

    private static UUID id(Api person) {
        return person.get("/me").id();
    }

    private static long events(Api person, String type) {
        return Owner.number(
                "select count(*) from events where type = '" + type + "' and user_id = '" + id(person) + "'");
    }
}
