package dev.trellis.programs.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.tracking.Weighing;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpenditureWindowTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Expenditure BEFORE = new Expenditure(2500, 300 * 300);

    @Test
    void learnsFromFourFullWeeks() {
        var learnt = window(28, 28, null).learnt(BEFORE, 1700).orElseThrow();
        assertThat(learnt.kcal()).isGreaterThan(2500).isLessThanOrEqualTo(2650);
        assertThat(learnt.variance()).isLessThan(BEFORE.variance());
    }

    @Test
    void learnsNothingFromTooLittle() {
        assertThat(window(9, 28, null).learnt(BEFORE, 1700)).isEmpty();
        assertThat(window(28, 19, null).learnt(BEFORE, 1700)).isEmpty();
        assertThat(window(28, 20, null).learnt(BEFORE, 1700)).isPresent();
        assertThat(window(13, 28, null).learnt(BEFORE, 1700)).isEmpty();
    }

    @Test
    void leavesOutTheWeekAfterAChangeOfIntake() {
        var spoilt = window(28, 28, TODAY.minusDays(20));
        var weighings = spoilt.weighings().stream()
                .map(weighing -> weighing.day().isBefore(TODAY.minusDays(13))
                        ? new Weighing(weighing.day(), weighing.kg() + 3)
                        : weighing)
                .toList();
        var learnt = new ExpenditureWindow(TODAY, weighings, spoilt.intake(), TODAY.minusDays(20))
                .learnt(BEFORE, 1700)
                .orElseThrow();
        assertThat(learnt.kcal())
                .isCloseTo(spoilt.learnt(BEFORE, 1700).orElseThrow().kcal(), within(1e-6));
    }

    @Test
    void staysWithinWhatALivingPersonSpends() {
        assertThat(window(28, 28, null).learnt(BEFORE, 2400).orElseThrow().kcal())
                .isGreaterThanOrEqualTo(1.1 * 2400);
        assertThat(window(28, 28, null).learnt(BEFORE, 900).orElseThrow().kcal())
                .isEqualTo(2.5 * 900);
    }

    /** Losing half a kilogram a week on 2,200 kcal, so that 2,750 are spent. */
    private static ExpenditureWindow window(int weighedDays, int loggedDays, @Nullable LocalDate lastChange) {
        var intake = new TreeMap<LocalDate, Double>();
        daysBack(loggedDays).forEach(day -> intake.put(day, 2200.0));
        var weighings = daysBack(weighedDays).stream()
                .map(day -> new Weighing(day, 80 - 0.5 / 7 * (day.toEpochDay() - TODAY.toEpochDay())))
                .toList();
        return new ExpenditureWindow(TODAY, weighings, intake, lastChange);
    }

    private static List<LocalDate> daysBack(int count) {
        return IntStream.range(0, count)
                .mapToObj(back -> TODAY.minusDays(count - 1L - back))
                .toList();
    }
}
