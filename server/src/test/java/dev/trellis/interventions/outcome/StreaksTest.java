package dev.trellis.interventions.outcome;

import static dev.trellis.interventions.outcome.Given.START;
import static dev.trellis.interventions.outcome.Given.day;
import static dev.trellis.interventions.outcome.Given.done;
import static dev.trellis.interventions.outcome.Given.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.vectors.WorkedExamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StreaksTest {

    static Stream<WorkedExamples> vectors() {
        return WorkedExamples.of("streaks");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void givesTheDomainsStreaks(WorkedExamples example) {
        var days = new ArrayList<Integer>();
        example.inputs().get("days").forEach(day -> days.add(day.intValue()));
        int last = example.inputs().get("last").intValue();
        var streaks = of(last + 1, days, false);
        assertThat(List.of(streaks.current(), streaks.longest()))
                .containsExactly(
                        example.expected().get(0).intValue(),
                        example.expected().get(1).intValue());
    }

    @Test
    void aLastDayThatIsOverAndWasNotTrackedEndsTheStreak() {
        assertThat(of(6, List.of(2, 3, 4), false)).isEqualTo(new Streaks(3, 3));
        assertThat(of(6, List.of(2, 3, 4), true)).isEqualTo(new Streaks(0, 3));
    }

    @Test
    void onlyTheLastDayMayBeOpen() {
        assertThat(of(6, List.of(1, 2, 3), false)).isEqualTo(new Streaks(0, 3));
    }

    @Test
    void aSingleOpenDayHasNoStreakYet() {
        assertThat(of(1, List.of(), false)).isEqualTo(new Streaks(0, 0));
        assertThat(of(1, List.of(0), false)).isEqualTo(new Streaks(1, 1));
    }

    @Test
    void aPauseDoesNotBreakAStreak() {
        var days = new PeriodDays(START, day(6), null, List.of(new DayRange(day(2), day(4))));
        var tracked = new TrackedDays(days, List.of(done(0, 1), done(1, 1), done(4, 1), done(5, 1)));
        assertThat(Streaks.of(tracked, true)).isEqualTo(new Streaks(4, 4));
    }

    @Property
    void currentIsAtMostLongestIsAtMostTracked(
            @ForAll Set<@IntRange(max = 24) Integer> tracked,
            @ForAll @IntRange(min = 1, max = 25) int total,
            @ForAll boolean over) {
        var streaks = of(total, List.copyOf(tracked), over);
        int counted = (int) tracked.stream().filter(day -> day < total).count();
        assertThat(streaks.current()).isBetween(0, streaks.longest());
        assertThat(streaks.longest()).isLessThanOrEqualTo(counted);
        assertThat(streaks.longest() > 0).isEqualTo(counted > 0);
    }

    private static Streaks of(int total, List<Integer> tracked, boolean over) {
        var records = tracked.stream().map(day -> done(day, 50)).toList();
        return Streaks.of(new TrackedDays(period(total), records), over);
    }
}
