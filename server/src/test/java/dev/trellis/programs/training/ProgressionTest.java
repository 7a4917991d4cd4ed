package dev.trellis.programs.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.programs.training.Progression.Next;
import dev.trellis.programs.training.Progression.SetDone;
import dev.trellis.programs.training.Progression.Step;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Domain 02.5 with its cases E2.5a to e. */
class ProgressionTest {
    private static final Progression BENCH = new Progression(8, 12, 2, 60.0, 2.5, false);

    @Test
    void theTopOfTheRangeRaisesTheLoad() {
        assertThat(BENCH.next(sets(2, 12, 12, 12), false, 0, false))
                .isEqualTo(new Next(Step.RAISE_LOAD, 62.5, List.of(8, 8, 8)));
        var legPress = new Progression(10, 15, 2, 150.0, 5, true);
        assertThat(legPress.next(sets(2, 15, 15, 15), false, 0, false).loadKg()).isEqualTo(155.0);
    }

    @Test
    void theTopOfTheRangeWithTooLittleInReserveIsDoneAgain() {
        assertThat(BENCH.next(sets(1, 12, 12, 12), false, 0, false))
                .isEqualTo(new Next(Step.REPEAT, 60.0, List.of(12, 12, 12)));
    }

    @Test
    void fallingShortTwiceInARowTakesATenthOff() {
        var curl = new Progression(8, 12, 2, 12.0, 1, false);
        assertThat(curl.next(sets(1, 10, 9, 7), false, 0, false).step()).isEqualTo(Step.REPEAT);
        assertThat(curl.next(sets(1, 10, 9, 7), true, 0, false).loadKg()).isEqualTo(10.0);
        assertThat(BENCH.next(sets(0, 10, 10, 10), true, 0, false).step()).isEqualTo(Step.LOWER_LOAD);
    }

    @Test
    void withinTheRangeOneRepIsAdded() {
        var squat = new Progression(3, 6, 2, 100.0, 2.5, true);
        assertThat(squat.next(sets(2, 5, 5, 5), false, 0, false))
                .isEqualTo(new Next(Step.ADD_REP, 100.0, List.of(6, 5, 5)));
        assertThat(squat.next(sets(2, 6, 5, 5), false, 0, false).reps()).containsExactly(6, 6, 5);
    }

    @Test
    void painStopsAnExerciseAndABadDayFreezesIt() {
        assertThat(BENCH.next(sets(2, 12, 12, 12), false, 3, false).step()).isEqualTo(Step.SUBSTITUTE);
        assertThat(BENCH.next(sets(2, 12, 12, 12), false, 2, true))
                .isEqualTo(new Next(Step.FROZEN, 60.0, List.of(12, 12, 12)));
    }

    @Test
    void withoutALoadTheNextStepIsAHarderVariant() {
        var pushUp = new Progression(5, 30, 2, null, 0, false);
        assertThat(pushUp.next(sets(2, 30, 30), false, 0, false).step()).isEqualTo(Step.HARDER_VARIANT);
    }

    @Test
    void aLightWeekHalvesSetsAndTakesATenthOff() {
        assertThat(Deload.sets(4)).isEqualTo(2);
        assertThat(Deload.load(80, 2.5)).isEqualTo(70);
        assertThat(Deload.inReserve(2)).isEqualTo(4);
        assertThat(Deload.isPlanned(TrainingLevel.NOVICE, 8)).isTrue();
        assertThat(Deload.isPlanned(TrainingLevel.INTERMEDIATE, 6)).isTrue();
        assertThat(Deload.isPlanned(TrainingLevel.ADVANCED, 6)).isFalse();
    }

    @Test
    void twoSignsCallForALightWeekEarly() {
        assertThat(new Deload.Signs(-2, 60.0, 0.9, false).callForDeload()).isFalse();
        assertThat(new Deload.Signs(-2, 49.0, null, false).callForDeload()).isTrue();
        assertThat(new Deload.Signs(0, null, 0.5, true).callForDeload()).isTrue();
    }

    @Test
    void aBadDayIsForgottenUnlessTheLastWasOneToo() {
        assertThat(OneRepMax.smoothed(100, 110, false)).isEqualTo(103);
        assertThat(OneRepMax.smoothed(100, 80, false)).isEqualTo(100);
        assertThat(OneRepMax.smoothed(100, 80, true)).isEqualTo(94);
    }

    private static List<SetDone> sets(int inReserve, int... reps) {
        return Arrays.stream(reps)
                .mapToObj(count -> new SetDone(count, inReserve))
                .toList();
    }
}
