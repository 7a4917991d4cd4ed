package dev.trellis.interventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.platform.Actor;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import dev.trellis.tracking.ContextDay;
import dev.trellis.tracking.ContextLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Check-ins, pauses, what a summary says of them, and feedback. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class LivingAPeriodTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-16");

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
    ContextLog context;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void aCheckInSaysHowMuchWasDone() {
        var ana = given.person("ana");
        var period = Periods.start(ana);
        var habits = Periods.habits(ana, period);
        var path = "/intervention-periods/" + period + "/progress/" + TODAY;

        var answer = ana.put(
                path,
                Map.of("habits", Map.of(habits.get(0), true, habits.get(1), false), "mood", 4, "note", "went well"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("completion").asInt()).isEqualTo(33);
        assertThat(ana.get(path).body().path("mood").asInt()).isEqualTo(4);
    }

    @Test
    void aSecondCheckInOfTheDayReplacesTheFirst() {
        var ana = given.person("ana");
        var period = Periods.start(ana);
        var path = "/intervention-periods/" + period + "/progress/" + TODAY;
        var all = new HashMap<String, Boolean>();
        Periods.habits(ana, period).forEach(habit -> all.put(habit, true));

        ana.put(path, Map.of());
        ana.put(path, Map.of("habits", all));

        var items =
                ana.get("/intervention-periods/" + period + "/progress").body().path("items");
        assertThat(items).hasSize(1);
        assertThat(items.path(0).path("completion").asInt()).isEqualTo(100);
    }

    @Test
    void onlyTodayAndYesterdayCanBeCheckedIn() {
        var ana = given.person("ana");
        var period = Periods.start(ana);

        assertThat(checkIn(ana, period, TODAY.plusDays(1))).isEqualTo("invalid-input");
        // yesterday was before the start
        assertThat(checkIn(ana, period, TODAY.minusDays(1))).isEqualTo("invalid-input");
        assertThat(ana.put("/intervention-periods/" + period + "/progress/not-a-day", Map.of())
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void aHabitOfAnotherPeriodIsNamed() {
        var ana = given.person("ana");
        var period = Periods.start(ana);
        var stranger = UUID.randomUUID();

        var answer = ana.put(
                "/intervention-periods/" + period + "/progress/" + TODAY, Map.of("habits", Map.of(stranger, true)));

        assertThat(answer.problem()).isEqualTo("invalid-input");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/habits/" + stranger);
    }

    @Test
    void aNoteThatSoundsLikeDangerIsAnsweredWithHelp() {
        var ana = given.person("ana");
        var period = Periods.start(ana);

        var answer = ana.put(
                "/intervention-periods/" + period + "/progress/" + TODAY,
                Map.of("note", "I don't want to be here anymore"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/safety/level")).isEqualTo("s2");
        assertThat(ana.get("/intervention-periods/" + period + "/progress/" + TODAY)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void lastWordsAndCommentsAreReadForDangerToo() {
        var ana = given.person("ana");
        var period = "/intervention-periods/" + Periods.start(ana);

        var completed = ana.put(period + "/complete", Map.of("notes", "I want to kill myself"));
        var commented = ana.post(period + "/feedback", Map.of("answer", "did_not_help", "comment", "I want to die"));

        assertThat(completed.status()).isEqualTo(200);
        assertThat(completed.text("/safety/level")).isEqualTo("s2");
        assertThat(commented.text("/safety/level")).isEqualTo("s2");
        assertThat(commented.text("/answer")).isEqualTo("did_not_help");
    }

    @Test
    void pausedDaysDoNotCountAndTheEndMoves() {
        var me = Actor.person(given.person("ana").get("/me").id());
        var period = start(me, 14);
        days(2);
        periods.pause(me, period.id());
        days(5);
        var resumed = ((InterventionPeriods.Change.Made) periods.resume(me, period.id())).period();

        assertThat(resumed.endDate()).isEqualTo(period.endDate().plusDays(5));
        assertThat(resumed.status()).isEqualTo(PeriodStatus.ACTIVE);

        days(11);
        assertThat(checkIns.record(me, period.id(), resumed.lastDay(), new CheckIns.CheckIn(Map.of(), 3, null)))
                .isInstanceOf(CheckIns.Result.Recorded.class);
        periods.complete(me, period.id(), null);
        assertThat(summary(me, period).path("total_days").asInt()).isEqualTo(14);
    }

    @Test
    void aDayCheckedInBeforeThePauseStillCounts() {
        var ana = given.person("ana");
        var period = Periods.start(ana);
        checkIn(ana, period, TODAY);
        ana.post("/intervention-periods/" + period + "/pause", null);

        assertThat(ana.post("/intervention-periods/" + period + "/pause", null).problem())
                .isEqualTo("wrong-state");
        var resumed = ana.post("/intervention-periods/" + period + "/resume", null);

        assertThat(resumed.text("/end_date")).isEqualTo("2026-11-30");
        assertThat(ana.post("/intervention-periods/" + period + "/resume", null).problem())
                .isEqualTo("wrong-state");
    }

    @Test
    void completingEarlyCountsTheDaysUntilThenOnly() {
        var me = Actor.person(given.person("ana").get("/me").id());
        var period = start(me, 14);
        for (var day = 0; day < 4; day++) {
            checkIns.record(me, period.id(), TODAY.plusDays(day), new CheckIns.CheckIn(Map.of(), 3, null));
            days(1);
        }
        periods.complete(me, period.id(), null);

        var summary = summary(me, period);
        assertThat(summary.path("total_days").asInt()).isEqualTo(5);
        assertThat(summary.path("tracked_days").asInt()).isEqualTo(4);
        assertThat(summary.path("current_streak").asInt()).isEqualTo(4);
        assertThat(summary.path("early").asBoolean()).isTrue();
    }

    @Test
    void theSummaryComparesWithTheBaselineAndSaysHowSureItIs() {
        var me = Actor.person(given.person("ana").get("/me").id());
        var before = List.of(3, 3, 2, 3, 4, 3, 2, 3, 3, 2, 3, 3, 4, 3);
        var during = List.of(3, 4, 4, 3, 4, 5, 4, 3, 4, 4, 4, 5, 4, 4);
        for (var mood : before) {
            context.write(me, today(), ContextDay.SILENT.saying(mood, null, null, null, null));
            days(1);
        }
        var period = start(me, 14);
        for (var mood : during) {
            checkIns.record(me, period.id(), today(), new CheckIns.CheckIn(Map.of(), mood, null));
            days(1);
        }
        periods.complete(me, period.id(), null);

        var effect = summary(me, period).path("effect");
        assertThat(effect.path("m").asDouble()).isCloseTo(0.6364, offset(0.001));
        assertThat(effect.path("lo").asDouble()).isCloseTo(0.2725, offset(0.001));
        assertThat(effect.path("confounded").asBoolean()).isFalse();
    }

    @Test
    void withoutABaselineItSaysThatThereIsNotEnoughData() {
        var ana = given.person("ana");
        var period = Periods.start(ana);
        checkIn(ana, period, TODAY);
        Periods.complete(ana, period);

        var summary = ana.get("/intervention-periods/" + period + "/summary");
        assertThat(summary.body().at("/summary_json/effect").isNull()).isTrue();
        assertThat(summary.body().path("mood_trend").isNull()).isTrue();
        assertThat(summary.text("/summary_json/mood_trend_reason")).isEqualTo("insufficient_data");
    }

    @Test
    void feedbackIsGivenOnceAndOnlyWhenItIsOver() {
        var ana = given.person("ana");
        var period = Periods.start(ana);
        var path = "/intervention-periods/" + period + "/feedback";

        assertThat(ana.post(path, Map.of("answer", "helped")).problem()).isEqualTo("wrong-state");
        assertThat(ana.get("/intervention-periods/" + period + "/summary").problem())
                .isEqualTo("wrong-state");
        Periods.complete(ana, period);
        assertThat(ana.post(path, Map.of("answer", "helped")).status()).isEqualTo(200);
        assertThat(ana.post(path, Map.of("answer", "did_not_help")).problem()).isEqualTo("already-exists");
        assertThat(ana.post(path, Map.of("answer", "maybe")).problem()).isEqualTo("malformed-request");
    }

    @Test
    void whatBelongsToSomebodyElseDoesNotExist() {
        var period = "/intervention-periods/" + Periods.start(given.person("ana"));
        var ben = given.person("ben");

        assertThat(ben.get(period).status()).isEqualTo(404);
        assertThat(ben.get(period + "/progress").status()).isEqualTo(404);
        assertThat(ben.get(period + "/progress/" + TODAY).status()).isEqualTo(404);
        assertThat(ben.put(period + "/progress/" + TODAY, Map.of()).status()).isEqualTo(404);
        assertThat(ben.get(period + "/summary").status()).isEqualTo(404);
        assertThat(ben.post(period + "/feedback", Map.of("answer", "helped")).status())
                .isEqualTo(404);
        assertThat(ben.post(period + "/pause", null).status()).isEqualTo(404);
        assertThat(ben.post(period + "/resume", null).status()).isEqualTo(404);
        assertThat(ben.post(period + "/abandon", null).status()).isEqualTo(404);
    }

    private InterventionPeriod start(Actor actor, int days) {
        var command = new PeriodStart.Command(null, Periods.WIND_DOWN, null, null, days, null, Outcome.MOOD, Map.of());
        return ((PeriodStart.Started) starts.start(actor, command)).period();
    }

    private JsonNode summary(Actor actor, InterventionPeriod period) {
        return ((PeriodOutcomes.SummaryResult.Found) outcomes.summary(actor, period.id()))
                .summary()
                .summaryJson();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void days(int count) {
        clock.advance(Duration.ofDays(count));
    }

    private static String checkIn(Api person, UUID period, LocalDate day) {
        return person.put("/intervention-periods/" + period + "/progress/" + day, Map.of("mood", 3))
                .problem();
    }
}
