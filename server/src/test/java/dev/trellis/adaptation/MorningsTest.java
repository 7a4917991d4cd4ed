package dev.trellis.adaptation;

import static dev.trellis.adaptation.Lives.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.events.Deliveries;
import dev.trellis.platform.jobs.Jobs;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a day is looked at: in the morning of whoever lives it, and again when they tell more. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MorningsTest {
    @Inject
    Given given;

    @Inject
    Lives lives;

    @Inject
    TestClock clock;

    @Inject
    Jobs jobs;

    @Inject
    Deliveries deliveries;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void theMorningIsLookedAtOnceAtThePersonsOwnHour() {
        var aroha = lives.begun(
                lives.of(given.person("aroha", "Pacific/Auckland")),
                Consulting.usual().with("equipment_and_schedule", "session_time", "18:00"),
                Map.of("start_date", MONDAY.plusDays(1).toString()));
        aroha.settings(false, false, false, "07:30");
        aroha.log(MONDAY.plusDays(1), Map.of("illness", "fever"));
        clock.set(Instant.parse("2026-11-17T18:00:00Z")); // 07:00 of the 18th in Auckland
        aroha.log(MONDAY.plusDays(2), Map.of("illness", "fever"));
        jobs.runNow("analyse_mornings");
        assertThat(aroha.get("/adjustments").body().path("items")).isEmpty();
        clock.advance(Duration.ofMinutes(30));

        jobs.runNow("analyse_mornings");
        jobs.runNow("analyse_mornings");

        var found = aroha.get("/adjustments?from=2026-11-18&to=2026-11-18");
        assertThat(found.body().path("items")).as(found.text()).isNotEmpty();
        assertThat(found.text("/items/0/date")).isEqualTo("2026-11-18");
        assertThat(Owner.number("select count(*) from adaptation_settings where morning_done_on = '2026-11-18'"
                        + " and user_id = '" + aroha.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void whatIsToldLaterIsLookedAtAgain() {
        var ana = lives.trained(false, 14);
        jobs.runNow("analyse_mornings");
        assertThat(ana.get("/adjustments").body().path("items")).isEmpty();

        ana.log(MONDAY, Map.of("illness", "below_neck"));
        deliveries.workOff(() -> true);

        assertThat(ana.get("/adjustments").body().at("/items/0/hold").asBoolean())
                .isTrue();
        assertThat(ana.session(MONDAY).status()).isEqualTo(CalendarEvent.Status.OFF);
    }
}
