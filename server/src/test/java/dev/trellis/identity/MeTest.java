package dev.trellis.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MeTest {
    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    People people;

    @Inject
    Profiles profiles;

    @Test
    void whatIsNotNamedStaysAndNullRemoves() {
        var ana = given.person("ana", "Europe/Madrid");
        ana.patch("/me", Map.of("country", "ES", "day_start", "04:00"));

        var changed = ana.patch("/me", "{\"country\": null, \"display_name\": \"Ana María\"}");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        var me = ana.get("/me");
        assertThat(me.text("/display_name")).isEqualTo("Ana María");
        assertThat(me.body().path("country").isNull()).isTrue();
        assertThat(me.text("/time_zone")).isEqualTo("Europe/Madrid");
        assertThat(me.text("/day_start")).startsWith("04:00");
        assertThat(me.body()).isEqualTo(changed.body());
    }

    @Test
    void aPersonsDaysFollowTheirZoneAndDayStart() {
        var ana = given.person("ana", "Europe/Madrid");
        ana.patch("/me", Map.of("day_start", "04:00"));
        var id = ana.get("/me").id();

        var days = database.as(Actor.person(id), tx -> people.days(tx, id));

        assertThat(days.dayOf(Instant.parse("2026-11-17T02:30:00Z"))).isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(days.dayOf(Instant.parse("2026-11-17T03:00:00Z"))).isEqualTo(LocalDate.of(2026, 11, 17));
    }

    @Test
    void whatCannotBeRightIsNamedAndChangesNothing() {
        var ana = given.person("ana");
        var before = ana.get("/me").body();

        assertRefused(ana, "/time_zone", "{\"time_zone\": \"Mars/Olympus\"}", 422);
        assertRefused(ana, "/day_start", "{\"day_start\": \"12:01\"}", 422);
        assertRefused(ana, "/display_name", "{\"display_name\": \"\"}", 422);
        assertRefused(ana, "/locale", "{\"locale\": null}", 422);
        assertRefused(ana, "/day_start", "{\"day_start\": \"early\"}", 400);
        assertRefused(ana, "/display_name", "{\"display_name\": \"a\\u0000b\"}", 400);
        assertRefused(ana, "/email", "{\"email\": \"other@example.org\"}", 400);
        assertThat(ana.patch("/me", "[]").status()).isEqualTo(400);
        assertThat(ana.patch("/me", "{").status()).isEqualTo(400);

        assertThat(ana.get("/me").body()).isEqualTo(before);
    }

    @Test
    void aChangeOfSomethingOlderIsRefused() {
        var ana = given.person("ana");
        var read = ana.get("/me").header("ETag");

        assertThat(ana.header("If-Match", read)
                        .patch("/me", Map.of("display_name", "first"))
                        .status())
                .isEqualTo(200);
        var second = ana.header("If-Match", read).patch("/me", Map.of("display_name", "second"));

        assertThat(second.status()).isEqualTo(412);
        assertThat(ana.get("/me").text("/display_name")).isEqualTo("first");
    }

    @Test
    void aProfileIsEmptyUntilSomethingIsSaid() {
        var profile = given.person("ana").get("/me/profile");

        assertThat(profile.status()).isEqualTo(200);
        assertThat(profile.body().at("/equipment")).isEmpty();
        assertThat(profile.body().at("/safety_flags")).isEmpty();
        assertThat(profile.body().path("birth_date").isNull()).isTrue();
    }

    @Test
    void aProfileIsKeptAsItWasSaid() {
        var ana = given.person("ana");
        var said = Map.of(
                "birth_date",
                "1990-02-28",
                "sex",
                "female",
                "height_cm",
                168.5,
                "training_age",
                "beginner",
                "equipment",
                List.of("dumbbells", "bench"),
                "allergies",
                List.of("peanuts"),
                "cycle_tracking",
                true,
                "safety_flags",
                Map.of("pregnancy", false, "shift_work", true));

        var saved = ana.put("/me/profile", said);

        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(ana.get("/me/profile").body()).isEqualTo(saved.body());
        var id = ana.get("/me").id();
        var profile = database.as(Actor.person(id), tx -> profiles.of(tx, id));
        assertThat(profile.ageOn(LocalDate.of(2026, 2, 27))).contains(35);
        assertThat(profile.ageOn(LocalDate.of(2026, 2, 28))).contains(36);
        assertThat(profile.ageOn(LocalDate.of(1989, 1, 1))).isEmpty();
        assertThat(profile.flag("pregnancy")).contains(false);
        assertThat(profile.flag("shift_work")).contains(true);
        assertThat(profile.flag("epilepsy")).isEmpty();
        assertThat(profile.equipment()).containsExactly("dumbbells", "bench");
        assertThat(profile.goals()).isEmpty();

        ana.put("/me/profile", Map.of());
        assertThat(profiles.mine(Actor.person(id))).isEqualTo(Profile.EMPTY);
    }

    @Test
    void whatCannotBeRightInAProfileIsRefused() {
        var ana = given.person("ana");
        var tooMany = IntStream.range(0, 61).boxed().collect(Collectors.toMap(i -> "tag_" + i, i -> true));

        assertThat(ana.put("/me/profile", Map.of("height_cm", 30)).text("/errors/0/pointer"))
                .isEqualTo("/height_cm");
        assertThat(ana.put("/me/profile", Map.of("birth_date", "2026-11-17")).text("/errors/0/pointer"))
                .isEqualTo("/birth_date");
        assertThat(ana.put("/me/profile", Map.of("birth_date", "1899-12-31")).status())
                .isEqualTo(422);
        assertThat(ana.put("/me/profile", Map.of("birth_date", "2026-02-30")).status())
                .isEqualTo(400);
        assertThat(ana.put("/me/profile", Map.of("sex", "unknown")).status()).isEqualTo(400);
        assertThat(ana.put("/me/profile", Map.of("safety_flags", Map.of("Not A Tag", true)))
                        .status())
                .isEqualTo(422);
        assertThat(ana.put("/me/profile", "{\"safety_flags\": {\"pregnancy\": null}}")
                        .status())
                .isEqualTo(422);
        assertThat(ana.put("/me/profile", Map.of("safety_flags", Map.of("pregnancy", "yes")))
                        .status())
                .isEqualTo(400);
        assertThat(ana.put("/me/profile", Map.of("safety_flags", tooMany)).text("/errors/0/pointer"))
                .isEqualTo("/safety_flags");
        assertThat(ana.get("/me/profile").body().at("/safety_flags")).isEmpty();
    }

    private static void assertRefused(Api who, String pointer, String body, int status) {
        var answer = who.patch("/me", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text("/errors/0/pointer")).as(answer.text()).isEqualTo(pointer);
    }
}
