package dev.trellis.interventions.outcome;

import static dev.trellis.interventions.outcome.Given.START;
import static dev.trellis.interventions.outcome.Given.day;
import static dev.trellis.interventions.outcome.Given.done;
import static dev.trellis.interventions.outcome.Given.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PeriodDaysTest {

    @Test
    void theEndDateItselfDoesNotCount() {
        var days = period(14);
        assertThat(days.total()).isEqualTo(14);
        assertThat(days.indexOf(day(0))).isZero();
        assertThat(days.indexOf(day(13))).isEqualTo(13);
        assertThat(days.indexOf(day(14))).isEqualTo(-1);
        assertThat(days.indexOf(day(-1))).isEqualTo(-1);
    }

    @Test
    void daysAfterAnEarlyCompletionDoNotCountButItsOwnDayDoes() {
        var days = new PeriodDays(START, day(14), day(4), List.of());
        assertThat(days.total()).isEqualTo(5);
        assertThat(days.indexOf(day(4))).isEqualTo(4);
        assertThat(days.indexOf(day(5))).isEqualTo(-1);
    }

    @Test
    void completingLateAddsNoDays() {
        assertThat(new PeriodDays(START, day(14), day(20), List.of()).total()).isEqualTo(14);
    }

    @Test
    void endingBeforeTheStartLeavesTheFirstDay() {
        var days = new PeriodDays(START, day(14), day(-2), List.of());
        assertThat(days.total()).isEqualTo(1);
        assertThat(days.indexOf(day(0))).isZero();
    }

    @Test
    void aSingleDayIsAPeriod() {
        assertThat(period(1).total()).isEqualTo(1);
    }

    @Test
    void pausedDaysAreRemovedAndTheDaysAfterCloseUp() {
        var days = new PeriodDays(START, day(14), null, List.of(new DayRange(day(3), day(5))));
        assertThat(days.total()).isEqualTo(12);
        assertThat(days.indexOf(day(2))).isEqualTo(2);
        assertThat(days.indexOf(day(3))).isEqualTo(-1);
        assertThat(days.indexOf(day(4))).isEqualTo(-1);
        assertThat(days.indexOf(day(5))).isEqualTo(3);
    }

    @Test
    void overlappingPausesOfAnyOrderCountOnceAndOnlyInsideThePeriod() {
        var days = new PeriodDays(
                START,
                day(14),
                day(11),
                List.of(
                        new DayRange(day(10), day(30)),
                        new DayRange(day(4), day(6)),
                        new DayRange(day(-5), day(1)),
                        new DayRange(day(5), day(7)),
                        new DayRange(day(8), day(8))));
        assertThat(days.total()).isEqualTo(12 - 2 - 3 - 1);
    }

    @Test
    void aPeriodPausedThroughoutHasOneDayButNoneThatCounts() {
        var days = new PeriodDays(START, day(3), null, List.of(new DayRange(START, day(3))));
        assertThat(days.total()).isEqualTo(1);
        assertThat(days.hasCountedDays()).isFalse();
        var tracked = new TrackedDays(days, List.of(done(0, 100), done(1, 100)));
        assertThat(tracked.tracked()).isZero();
    }

    @Test
    void refusesEmptyBackwardAndEndlessPeriods() {
        assertThatIllegalArgumentException().isThrownBy(() -> period(0));
        assertThatIllegalArgumentException().isThrownBy(() -> period(-3));
        assertThatIllegalArgumentException().isThrownBy(() -> period(PeriodDays.LONGEST + 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PeriodDays(LocalDate.MIN, LocalDate.MAX, null, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new DayRange(day(2), day(1)));
        assertThat(period(PeriodDays.LONGEST).total()).isEqualTo(PeriodDays.LONGEST);
    }

    @Property
    void numbersTheUnpausedDaysInOrderWhateverThePauses(
            @ForAll @IntRange(min = 1, max = 40) int length,
            @ForAll @Size(max = 4) List<@IntRange(min = -5, max = 45) Integer> pauseStarts,
            @ForAll @IntRange(max = 6) int pauseLength) {
        var pauses = pauseStarts.stream()
                .map(from -> new DayRange(day(from), day(from + pauseLength)))
                .toList();
        var paused = new HashSet<Integer>();
        pauseStarts.forEach(from -> {
            for (int i = from; i < from + pauseLength; i++) {
                paused.add(i);
            }
        });
        var days = new PeriodDays(START, day(length), null, pauses);
        var indices = new ArrayList<Integer>();
        for (int i = 0; i < length; i++) {
            assertThat(days.indexOf(day(i)) == -1).isEqualTo(paused.contains(i));
            assertThat(days.counts(day(i).toEpochDay())).isEqualTo(!paused.contains(i));
            if (!paused.contains(i)) {
                indices.add(days.indexOf(day(i)));
            }
        }
        for (int i = 0; i < indices.size(); i++) {
            assertThat(indices.get(i)).isEqualTo(i);
        }
        assertThat(days.total()).isEqualTo(Math.max(1, indices.size()));
    }
}
