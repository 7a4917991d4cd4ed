package dev.trellis.adaptation.reassessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.adaptation.reassessment.WeekVolume.Entry;
import dev.trellis.programs.training.Exercises;
import dev.trellis.programs.training.Muscle;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A week's sets towards another budget, and how strength moves. */
class WeekVolumeTest {
    private static final Exercises EXERCISES = Exercises.shipped();
    private static final List<Entry> WEEK = List.of(
            new Entry(0, 12, EXERCISES.get("back_squat"), 4),
            new Entry(0, 12, EXERCISES.get("bench_press"), 4),
            new Entry(1, 8, EXERCISES.get("romanian_deadlift"), 3),
            new Entry(1, 8, EXERCISES.get("pull_up"), 5));

    @Test
    void fewerSetsComeOffWhereMusclesHaveTooMany() {
        var wanted = VolumeShares.of(WeekVolume.byMuscle(WEEK), 0.8 * WeekVolume.budget(WEEK), 1, 0, 20);

        var less = WeekVolume.towards(WEEK, wanted);

        assertThat(WeekVolume.budget(less)).isLessThan(WeekVolume.budget(WEEK));
        assertThat(less).hasSameSizeAs(WEEK).allMatch(entry -> entry.sets() >= 1);
        for (var i = 0; i < less.size(); i++) {
            assertThat(less.get(i).sets()).isLessThanOrEqualTo(WEEK.get(i).sets());
        }
    }

    @Test
    void noSessionGetsMoreSetsThanItHasRoomFor() {
        var wanted = VolumeShares.of(WeekVolume.byMuscle(WEEK), 1.1 * WeekVolume.budget(WEEK), 1, 4, 20);

        var more = WeekVolume.towards(WEEK, wanted);

        assertThat(WeekVolume.budget(more)).isGreaterThan(WeekVolume.budget(WEEK));
        assertThat(more.get(2).sets() + more.get(3).sets()).isEqualTo(8);
    }

    @Test
    void onlyMajorMusclesAreCounted() {
        assertThat(WeekVolume.byMuscle(WEEK)).containsKey(Muscle.QUADS).doesNotContainKey(Muscle.BICEPS);
        assertThat(WeekVolume.towards(WEEK, Map.copyOf(WeekVolume.byMuscle(WEEK))))
                .isEqualTo(WEEK);
    }

    @Test
    void strengthIsTheMeanSlopeOverExercisesDoneOftenEnough() {
        var day = LocalDate.of(2026, 11, 16);
        var bests = List.of(
                new StrengthTrend.Best(day, "back_squat", 100),
                new StrengthTrend.Best(day.plusDays(7), "back_squat", 99),
                new StrengthTrend.Best(day.plusDays(14), "back_squat", 98),
                new StrengthTrend.Best(day, "bench_press", 60),
                new StrengthTrend.Best(day.plusDays(14), "bench_press", 90));

        assertThat(StrengthTrend.percentPerWeek(bests).orElseThrow()).isCloseTo(-100.0 / 99, Offset.offset(1e-9));
        assertThat(StrengthTrend.percentPerWeek(bests.subList(3, 5))).isEmpty();
    }
}
