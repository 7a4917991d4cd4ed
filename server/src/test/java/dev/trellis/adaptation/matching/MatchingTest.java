package dev.trellis.adaptation.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.adaptation.matching.Adherence.Item;
import dev.trellis.adaptation.matching.Matching.Link;
import dev.trellis.adaptation.matching.Similarity.Component;
import dev.trellis.programs.training.Exercises;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final Exercises EXERCISES = Exercises.shipped();
    private static final SessionSimilarity SIMILARITY =
            new SessionSimilarity(id -> EXERCISES.get(id).substitutionGroup());

    @Test
    void aSessionMayMoveByADayAndNotByTwo() {
        var planned = run(1, FRIDAY, 18, 40);
        var dayAfter = run(2, FRIDAY.plusDays(1), 18, 40);
        var twoDaysAfter = run(3, FRIDAY.plusDays(2), 18, 40);
        assertThat(sessions(List.of(planned), List.of(dayAfter, twoDaysAfter)))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.actual()).isEqualTo(dayAfter.id());
                    assertThat(link.movedDays()).isEqualTo(1);
                });
        assertThat(sessions(List.of(planned), List.of(twoDaysAfter))).isEmpty();
    }

    @Test
    void ofTwoAlikeTheNearerInTimeIsTaken() {
        var planned = run(1, FRIDAY, 18, 40);
        var today = run(9, FRIDAY, 18, 40);
        var yesterday = run(2, FRIDAY.minusDays(1), 18, 40);
        assertThat(sessions(List.of(planned), List.of(yesterday, today)))
                .extracting(Link::actual)
                .containsExactly(today.id());
    }

    @Test
    void ofTwoEquallyNearTheSmallerIdIsTaken() {
        var planned = run(1, FRIDAY, 18, 40);
        var one = run(2, FRIDAY, 18, 40);
        var other = run(3, FRIDAY, 18, 40);
        assertThat(sessions(List.of(planned), List.of(other, one)))
                .extracting(Link::actual)
                .containsExactly(one.id());
    }

    @Test
    void linksByHandStayWhateverTheySay() {
        var planned = run(1, FRIDAY, 18, 40);
        var other = run(2, FRIDAY, 18, 40);
        var odd = new Activity(id(3), FRIDAY, null, ActivityType.YOGA, 20.0, null, null, Map.of());
        var links =
                Matching.sessions(List.of(planned), List.of(other, odd), Map.of(planned.id(), odd.id()), SIMILARITY);
        assertThat(links).singleElement().satisfies(link -> {
            assertThat(link.actual()).isEqualTo(odd.id());
            assertThat(link.byHand()).isTrue();
        });
    }

    @Test
    void oneGoodPairIsBetterThanTwoPoorOnes() {
        assertThat(Assignment.of(new double[][] {{.90, .36}, {.36, 0}}, new long[2][2]))
                .containsExactly(0, -1);
    }

    @Test
    void mealsAreMatchedByKindOrHourOnTheSameDay() {
        var lunch = meal(1, FRIDAY, "lunch", 12);
        assertThat(Matching.meals(List.of(lunch), List.of(meal(2, FRIDAY, "lunch", 17)), Map.of()))
                .hasSize(1);
        assertThat(Matching.meals(List.of(lunch), List.of(meal(2, FRIDAY, "snack", 15)), Map.of()))
                .hasSize(1);
        assertThat(Matching.meals(List.of(lunch), List.of(meal(2, FRIDAY, "snack", 16)), Map.of()))
                .isEmpty();
        assertThat(Matching.meals(List.of(lunch), List.of(meal(2, FRIDAY.plusDays(1), "lunch", 12)), Map.of()))
                .isEmpty();
    }

    @Test
    void loggedSetsCountInsteadOfMinutes() {
        var planned = strength(1, Map.of("bench_press", 4, "db_row", 4, "back_squat", 2));
        var actual = strength(2, Map.of("machine_chest_press", 4, "db_row", 3));
        var similarity = SIMILARITY.of(planned, actual);
        assertThat(similarity.dose()).isCloseTo(0.7, within(1e-9));
        assertThat(similarity.components().get(Component.EXERCISES)).isCloseTo((3 + 0.7 * 4) / 10, within(1e-9));
        assertThat(similarity.components()).doesNotContainKey(Component.DISTANCE);
    }

    @Test
    void kindsOfActivityHaveTheirDistances() {
        assertThat(ActivityType.RUN.similarityTo(ActivityType.TREADMILL_RUN)).isEqualTo(0.9);
        assertThat(ActivityType.WALK.similarityTo(ActivityType.RUN)).isEqualTo(0.4);
        assertThat(ActivityType.CYCLE.similarityTo(ActivityType.HIKE)).isEqualTo(0.4);
        assertThat(ActivityType.HIIT.similarityTo(ActivityType.STRENGTH)).isEqualTo(0.5);
        assertThat(ActivityType.ROW.similarityTo(ActivityType.HIIT)).isEqualTo(0.5);
        assertThat(ActivityType.WALK.similarityTo(ActivityType.HIIT)).isZero();
        assertThat(ActivityType.YOGA.similarityTo(ActivityType.STRENGTH)).isZero();
    }

    @Test
    void nothingIsSkippedBeforeItIsOver() {
        assertThat(Adherence.of(Item.SESSION, null, false, true, null).status()).isEqualTo(AdherenceStatus.UNKNOWN);
        assertThat(Adherence.of(Item.SESSION, null, true, false, null).status()).isEqualTo(AdherenceStatus.UNKNOWN);
        assertThat(Adherence.of(Item.SESSION, null, true, true, null).status()).isEqualTo(AdherenceStatus.SKIPPED);
        var midnight = Instant.parse("2026-11-21T00:00:00Z");
        assertThat(Item.MEAL.isClosed(midnight, midnight.plusSeconds(4 * 3600 - 1)))
                .isFalse();
        assertThat(Item.MEAL.isClosed(midnight, midnight.plusSeconds(4 * 3600))).isTrue();
        assertThat(Item.SESSION.isClosed(midnight, midnight.plusSeconds(24 * 3600 - 1)))
                .isFalse();
    }

    @Test
    void whatThePersonSaysCounts() {
        assertThat(Adherence.of(Item.MEAL, null, true, true, AdherenceStatus.COMPLETED)
                        .status())
                .isEqualTo(AdherenceStatus.COMPLETED);
    }

    @Test
    void farTooMuchIsSaid() {
        var same = new Similarity(0.9, 1, 1, 1.5, Map.of());
        assertThat(Adherence.of(Item.MEAL, same, true, true, null))
                .isEqualTo(new Adherence(AdherenceStatus.PARTIAL, 1.5, true));
        assertThat(Adherence.of(Item.SESSION, same, true, true, null))
                .isEqualTo(new Adherence(AdherenceStatus.COMPLETED, 1.5, true));
    }

    private static List<Link> sessions(List<Activity> planned, List<Activity> actual) {
        return Matching.sessions(planned, actual, Map.of(), SIMILARITY);
    }

    private static Activity run(int id, LocalDate day, int hour, double minutes) {
        return new Activity(id(id), day, LocalTime.of(hour, 0), ActivityType.RUN, minutes, null, 2, Map.of());
    }

    private static Activity strength(int id, Map<String, Integer> sets) {
        return new Activity(id(id), FRIDAY, null, ActivityType.STRENGTH, 60.0, null, null, sets);
    }

    private static EatenMeal meal(int id, LocalDate day, String kind, int hour) {
        return new EatenMeal(id(id), day, LocalTime.of(hour, 0), kind, 600, 45, 60, 20, List.of());
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
