package dev.trellis.interventions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.Actor;
import dev.trellis.platform.jobs.Jobs;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fourteen days are fourteen days of the person's own calendar, wherever they live and whatever the clocks do. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class DaysTest {
    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    PeriodStarts starts;

    @Inject
    CheckIns checkIns;

    @Inject
    InterventionPeriods periods;

    @Inject
    PeriodOutcomes outcomes;

    @Inject
    Jobs jobs;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({
        // no change of clocks, and zones at half and three-quarter hours
        "Asia/Kathmandu, 2026-11-16",
        "Pacific/Auckland, 2026-11-16",
        "America/Los_Angeles, 2026-11-16",
        // the clocks go back: 5 April 2026 in Auckland, 1 November 2026 in Los Angeles
        "Pacific/Auckland, 2026-03-30",
        "America/Los_Angeles, 2026-10-26",
        // the clocks go forward: 27 September 2026 in Auckland, 8 March 2026 in Los Angeles
        "Pacific/Auckland, 2026-09-20",
        "America/Los_Angeles, 2026-03-01",
        // where midnight itself does not exist on the day the clocks change
        "America/Santiago, 2026-09-01",
    })
    void aPeriodStartedTenMinutesBeforeMidnightHasFourteenDays(String zone, LocalDate start) {
        var me = Actor.person(given.person("ana", zone).get("/me").id());
        at(zone, start.atTime(23, 50));
        var period = ((PeriodStart.Started) starts.start(me, windDown())).period();
        assertThat(period.startDate()).isEqualTo(start);
        assertThat(period.lastDay()).isEqualTo(start.plusDays(13));

        for (var day = start; !day.isAfter(period.lastDay()); day = day.plusDays(1)) {
            at(zone, day.atTime(23, 55));
            jobs.runNow("complete_expired_periods");
            assertThat(statusOf(me, period))
                    .as("on %s, five minutes before midnight", day)
                    .isEqualTo(PeriodStatus.ACTIVE);
            assertThat(checkIns.record(me, period.id(), day, new CheckIns.CheckIn(Map.of(), 3, null)))
                    .isInstanceOf(CheckIns.Result.Recorded.class);
        }

        at(zone, period.endDate().atTime(0, 5));
        jobs.runNow("complete_expired_periods");
        assertThat(statusOf(me, period)).isEqualTo(PeriodStatus.COMPLETED);
        var summary = ((PeriodOutcomes.SummaryResult.Found) outcomes.summary(me, period.id()))
                .summary()
                .summaryJson();
        assertThat(summary.path("total_days").asInt()).isEqualTo(14);
        assertThat(summary.path("tracked_days").asInt()).isEqualTo(14);
        assertThat(summary.path("auto_completed").asBoolean()).isTrue();
    }

    @ParameterizedTest(name = "a day that starts at {0}")
    @CsvSource({"00:00", "04:00", "12:00"})
    void aNightOwlsDayEndsWhenTheyGoToBed(String dayStart) {
        var ana = given.person("ana", "Europe/Berlin");
        ana.patch("/me", Map.of("day_start", dayStart));
        var me = Actor.person(ana.get("/me").id());
        at("Europe/Berlin", LocalDateTime.parse("2026-11-17T03:30"));

        var period = ((PeriodStart.Started) starts.start(me, windDown())).period();

        assertThat(period.startDate()).isEqualTo(dayStart.equals("00:00") ? "2026-11-17" : "2026-11-16");
    }

    private PeriodStatus statusOf(Actor actor, InterventionPeriod period) {
        return periods.find(actor, period.id()).orElseThrow().status();
    }

    private void at(String zone, LocalDateTime local) {
        clock.set(local.atZone(ZoneId.of(zone)).toInstant());
    }

    private static PeriodStart.Command windDown() {
        return new PeriodStart.Command(null, Periods.WIND_DOWN, null, null, 14, null, Outcome.MOOD, Map.of());
    }
}
