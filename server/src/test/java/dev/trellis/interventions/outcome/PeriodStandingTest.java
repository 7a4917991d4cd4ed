package dev.trellis.interventions.outcome;

import static dev.trellis.interventions.outcome.PeriodStanding.Yesterday.CHECKED_IN;
import static dev.trellis.interventions.outcome.PeriodStanding.Yesterday.DOES_NOT_COUNT;
import static dev.trellis.interventions.outcome.PeriodStanding.Yesterday.MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How far somebody is in a period of ten days from Sunday, 1 November. */
class PeriodStandingTest {
    private static final LocalDate START = LocalDate.of(2026, 11, 1);
    private static final LocalDate END = START.plusDays(10);

    @Test
    void theFirstDayIsNoMissedDayBeforeItIsOver() {
        assertThat(on(1, List.of())).isEqualTo(new PeriodStanding(1, 0, 0, 0, DOES_NOT_COUNT));
        assertThat(on(1, List.of(), 1)).isEqualTo(new PeriodStanding(1, 1, 1, 1, DOES_NOT_COUNT));
    }

    @Test
    void todayCountsOnceItIsCheckedInAndYesterdayMayStillBeWritten() {
        assertThat(on(7, List.of(), 1, 2, 4, 5, 6)).isEqualTo(new PeriodStanding(7, 5, 6, 3, CHECKED_IN));
        assertThat(on(7, List.of(), 1, 2, 4, 5, 6, 7)).isEqualTo(new PeriodStanding(7, 6, 7, 4, CHECKED_IN));
        assertThat(on(7, List.of(), 1, 2, 3, 4, 5)).isEqualTo(new PeriodStanding(7, 5, 6, 0, MISSING));
    }

    @Test
    void pausedDaysNeitherCountNorBreakARow() {
        var pause = List.of(new DayRange(START.plusDays(2), START.plusDays(5)));

        assertThat(on(6, pause, 1, 2)).isEqualTo(new PeriodStanding(3, 2, 2, 2, DOES_NOT_COUNT));
        assertThat(on(6, pause, 1, 2, 6)).isEqualTo(new PeriodStanding(3, 3, 3, 3, DOES_NOT_COUNT));
    }

    @Test
    void theLastDayIsOpenUntilTheDayAfterIsOver() {
        assertThat(on(11, List.of(), 8, 9)).isEqualTo(new PeriodStanding(10, 2, 10, 2, MISSING));
        assertThat(on(12, List.of(), 8, 9)).isEqualTo(new PeriodStanding(10, 2, 10, 0, DOES_NOT_COUNT));
    }

    @Test
    void aPeriodThatOnlyRestedHasNoDays() {
        assertThat(on(3, List.of(new DayRange(START, END)))).isEqualTo(new PeriodStanding(0, 0, 0, 0, DOES_NOT_COUNT));
    }

    private static PeriodStanding on(int november, List<DayRange> pauses, int... checkedIn) {
        var today = LocalDate.of(2026, 11, november);
        var records = IntStream.of(checkedIn)
                .mapToObj(day -> new DailyRecord(LocalDate.of(2026, 11, day), 100, null))
                .toList();
        return PeriodStanding.of(new PeriodDays(START, END, today, pauses), records, today);
    }
}
