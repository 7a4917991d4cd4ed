package dev.trellis.adaptation;

import static dev.trellis.adaptation.PlannedPerson.SATURDAY;
import static dev.trellis.adaptation.PlannedPerson.TUESDAY;
import static dev.trellis.adaptation.PlannedPerson.WEDNESDAY;
import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.Database;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarDetail.ExerciseDetail;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.testing.Api;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changing the plan by hand: within its limits, shown, kept, taken back. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PlanChangesTest {
    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    Calendar calendar;

    @Inject
    TestClock clock;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void aSessionIsMovedAndTheMoveTakenBack() {
        var ana = person();
        var planned = ana.session(WEDNESDAY);
        var wanted = Map.of(
                "kind",
                "move",
                "item_id",
                planned.itemId(),
                "to_date",
                "2026-11-19",
                "to_time",
                "18:00",
                "reason",
                "A long day at work.");

        var shown = ana.api().post("/plan_changes", with(wanted, "dry_run", true));

        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.text("/differences/0/from")).contains("Wednesday 18 November");
        assertThat(shown.text("/differences/0/to")).contains("Thursday 19 November", "18:00");
        assertThat(ana.entry(planned.itemId())).isEqualTo(planned);

        var made = ana.api().post("/plan_changes", wanted);

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var moved = ana.entry(planned.itemId());
        assertThat(moved.date()).isEqualTo(LocalDate.of(2026, 11, 19));
        assertThat(moved.plannedDate()).isEqualTo(WEDNESDAY);
        assertThat(moved.changes()).containsExactly(made.id());
        var read = ana.api().get("/plan_changes/" + made.id());
        assertThat(read.text("/sentence")).isEqualTo(shown.text("/sentence"));
        assertThat(read.text("/reason")).isEqualTo("A long day at work.");
        assertThat(read.text("/before/entries/0/date")).isEqualTo("2026-11-18");
        assertThat(read.text("/after/entries/0/date")).isEqualTo("2026-11-19");
        assertThat(ana.events("plan_change.made")).isEqualTo(1);

        var undone = inParallel(4, () -> ana.api().post("/plan_changes/" + made.id() + "/undo", null));

        assertThat(undone).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(undone)
                .filteredOn(answer -> answer.problem().equals("wrong-state"))
                .hasSize(3);
        assertThat(ana.entry(planned.itemId()).date()).isEqualTo(WEDNESDAY);
        assertThat(ana.entry(planned.itemId()).changes()).isEmpty();
        assertThat(ana.events("plan_change.undone")).isEqualTo(1);
        assertThat(ana.api().get("/plan_changes").text("/items/0/status")).isEqualTo("undone");
        assertThat(Owner.count("session_instances", "date = '2026-11-18' and user_id", ana.id()))
                .as("the program was never touched")
                .isEqualTo(1);
    }

    @Test
    void hardSessionsKeepTwoDaysBetween() {
        var ana = person();
        var saturday = ana.session(SATURDAY);
        assertThat(saturday.session().hard()).isTrue();

        var stacked = ana.change(Map.of("kind", "move", "item_id", saturday.itemId(), "to_date", "2026-11-19"));

        assertThat(stacked.status()).isEqualTo(422);
        assertThat(stacked.problem()).isEqualTo("change-refused");
        assertThat(stacked.text("/detail")).contains("48 hours").contains("Friday 20 November");
        assertThat(ana.entry(saturday.itemId())).isEqualTo(saturday);
        assertThat(ana.change(Map.of("kind", "move", "item_id", saturday.itemId(), "to_date", "2026-11-20"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void twoSessionsChangeDaysAndWhatLiesOnTopGoesFirst() {
        var ana = person();
        var first = ana.session(WEDNESDAY);
        var second = ana.session(SATURDAY);

        var swapped = ana.change(Map.of("kind", "swap", "item_id", first.itemId(), "with_item_id", second.itemId()));
        var shorter = ana.change(Map.of("kind", "scale", "item_id", first.itemId(), "factor", 0.5));

        assertThat(swapped.status()).as(swapped.text()).isEqualTo(201);
        assertThat(ana.entry(first.itemId()).date()).isEqualTo(SATURDAY);
        assertThat(shorter.status()).as(shorter.text()).isEqualTo(201);
        assertThat(ana.entry(first.itemId()).session().sets())
                .isLessThan(first.session().sets());
        var below = ana.undo(swapped);
        assertThat(below.status()).isEqualTo(409);
        assertThat(below.text("/detail")).contains(shorter.text("/sentence"));
        assertThat(ana.undo(shorter).status()).isEqualTo(200);
        assertThat(ana.undo(swapped).status()).isEqualTo(200);
        assertThat(ana.entry(first.itemId()).detail()).isEqualTo(first.detail());
        assertThat(ana.entry(second.itemId()).date()).isEqualTo(SATURDAY);
    }

    @Test
    void moreThanFitsOrThanMusclesMayGetIsRefused() {
        var ana = person();
        var planned = ana.session(WEDNESDAY);

        var more = ana.change(Map.of("kind", "scale", "item_id", planned.itemId(), "factor", 1.5));

        assertThat(more.problem()).as(more.text()).isEqualTo("change-refused");
        assertThat(more.text("/detail")).containsAnyOf("sets are possible", "Take fewer sets", "Up to");
        assertThat(ana.change(Map.of("kind", "scale", "item_id", planned.itemId(), "factor", 9))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anExerciseIsExchangedForOneThatIsPossible() {
        var ana = person();
        var planned = ana.session(WEDNESDAY);
        var old = planned.session().exercises().getFirst();

        var barbell = exchange(ana, planned, old, "back_squat");

        assertThat(barbell.problem()).as(barbell.text()).isEqualTo("change-refused");
        assertThat(barbell.text("/detail")).contains("Possible: ");
        var offered = barbell.text("/detail").replaceFirst("(?s).*Possible: [^(]*\\(([a-z0-9_]+)\\).*", "$1");

        var made = exchange(ana, planned, old, offered);

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var now = ana.entry(planned.itemId()).session().exercises().getFirst();
        assertThat(now.exerciseId()).isEqualTo(offered);
        assertThat(now.sets()).isEqualTo(old.sets());
        assertThat(made.text("/differences/0/to")).isEqualTo(now.name());
    }

    @Test
    void whatIsPastOrDoneStays() {
        var ana = person();
        var wednesday = ana.session(WEDNESDAY);
        var saturday = ana.session(SATURDAY);
        var moved = ana.change(Map.of("kind", "move", "item_id", saturday.itemId(), "to_date", "2026-11-20"));
        at("2026-11-20T20:00:00Z");
        ana.trains(saturday, "2026-11-20T06:30:00Z", saturday.session().minutes(), 1);

        var past = ana.change(Map.of("kind", "skip", "item_id", wednesday.itemId()));
        var done = ana.change(Map.of("kind", "skip", "item_id", saturday.itemId()));
        var undone = ana.undo(moved);

        assertThat(past.status()).isEqualTo(409);
        assertThat(past.text("/detail")).contains("Wednesday 18 November");
        assertThat(done.status()).isEqualTo(409);
        assertThat(done.text("/detail")).contains("done");
        assertThat(undone.status()).isEqualTo(409);
    }

    @Test
    void whatIsCalledOffIsNeitherMatchedNorCounted() {
        var ana = person();
        var planned = ana.session(WEDNESDAY);

        var off = ana.change(Map.of("kind", "skip", "item_id", planned.itemId()));

        assertThat(off.status()).as(off.text()).isEqualTo(201);
        at("2026-11-18T08:00:00Z");
        var logged =
                ana.trains(planned, "2026-11-18T06:30:00Z", planned.session().minutes(), 1);
        assertThat(logged.body().has("planned_session_instance_id")).isFalse();
        assertThat(ana.status(planned)).isEqualTo("nothing");

        assertThat(ana.undo(off).status()).isEqualTo(200);

        assertThat(ana.api().get("/activities/" + logged.id()).text("/planned_session_instance_id"))
                .as("matched anew at once")
                .isEqualTo(planned.itemId().toString());
        assertThat(ana.status(planned)).isEqualTo("completed");
    }

    @Test
    void theRestOfAWeekIsPlannedAnewAndTheOriginalKept() {
        var told = Consulting.usual()
                .with("equipment_and_schedule", "weekdays", List.of("tuesday", "thursday", "saturday"));
        var ana = PlannedPerson.of(given, "UTC", told, database, calendar);
        var missed = ana.session(TUESDAY);
        var left = List.of(missed, ana.session(TUESDAY.plusDays(2)), ana.session(SATURDAY));
        at("2026-11-18T05:00:00Z");

        var replanned = ana.change(Map.of("kind", "replan_week"));

        assertThat(replanned.status()).as(replanned.text()).isEqualTo(201);
        assertThat(left.stream().map(entry -> ana.entry(entry.itemId()).date()))
                .containsExactlyInAnyOrder(WEDNESDAY, WEDNESDAY.plusDays(2), WEDNESDAY.plusDays(4));
        assertThat(ana.entry(missed.itemId()).plannedDate()).isEqualTo(TUESDAY);
        assertThat(ana.undo(replanned).status()).isEqualTo(200);
        assertThat(ana.entry(missed.itemId()).date()).isEqualTo(TUESDAY);

        at("2026-11-22T05:00:00Z");
        var late = ana.change(Map.of("kind", "replan_week"));

        assertThat(late.status()).as(late.text()).isEqualTo(201);
        assertThat(late.text("/sentence")).contains("called off");
        assertThat(left.stream().filter(entry -> ana.entry(entry.itemId()).status() == CalendarEvent.Status.PLANNED))
                .as("one day is left, and one session on it")
                .hasSize(1)
                .allMatch(entry -> ana.entry(entry.itemId()).date().equals(LocalDate.of(2026, 11, 22)));
        assertThat(ana.on(TUESDAY.plusWeeks(1)))
                .as("next week is not touched")
                .allMatch(entry -> entry.changes().isEmpty());
    }

    @Test
    void whatIsNotHersDoesNotExistForBen() {
        var ana = person();
        var made = ana.change(
                Map.of("kind", "skip", "item_id", ana.session(WEDNESDAY).itemId()));
        var ben = given.person("ben");

        assertThat(ben.get("/plan_changes/" + made.id()).status()).isEqualTo(404);
        assertThat(ben.post("/plan_changes/" + made.id() + "/undo", null).status())
                .isEqualTo(404);
        assertThat(ben.post(
                                "/plan_changes",
                                Map.of(
                                        "kind",
                                        "skip",
                                        "item_id",
                                        ana.session(SATURDAY).itemId()))
                        .status())
                .isEqualTo(404);
        assertThat(ben.post("/plan_changes", Map.of("kind", "replan_week")).status())
                .isEqualTo(409);
    }

    private static Map<String, Object> with(Map<String, ?> map, String key, Object value) {
        var more = new HashMap<String, Object>(map);
        more.put(key, value);
        return more;
    }

    private static Api.Answer exchange(
            PlannedPerson person, CalendarEvent planned, ExerciseDetail exercise, String newExerciseId) {
        return person.change(Map.of(
                "kind",
                "swap",
                "item_id",
                planned.itemId(),
                "exercise_id",
                exercise.exerciseId(),
                "new_exercise_id",
                newExerciseId));
    }

    private PlannedPerson person() {
        return PlannedPerson.of(given, "UTC", Consulting.usual(), database, calendar);
    }

    private void at(String moment) {
        clock.set(Instant.parse(moment));
    }
}
