package dev.trellis.students.risk;

import static dev.trellis.students.risk.RiskLevel.CRITICAL;
import static dev.trellis.students.risk.RiskLevel.HIGH;
import static dev.trellis.students.risk.RiskLevel.LOW;
import static dev.trellis.students.risk.RiskLevel.MODERATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What people see over time: up at once, down after two. */
class ShownLevelTest {
    @Test
    void fallsAfterTwoEvaluationsToTheHigherOfThem() {
        assertThat(shown(CRITICAL, MODERATE)).isEqualTo(CRITICAL);
        assertThat(shown(CRITICAL, MODERATE, LOW)).isEqualTo(MODERATE);
        assertThat(shown(CRITICAL, LOW, HIGH)).isEqualTo(HIGH);
        assertThat(shown(HIGH, LOW, HIGH, LOW)).isEqualTo(HIGH);
        assertThat(shown(HIGH, LOW, LOW)).isEqualTo(LOW);
    }

    @Property
    void risesAtOnce(@ForAll @Size(min = 1, max = 30) List<RiskLevel> found) {
        assertThat(found.getLast().isAbove(shown(found.toArray(RiskLevel[]::new))))
                .isFalse();
    }

    @Property
    void isNeverBelowBothOfTheLastTwo(@ForAll @Size(min = 2, max = 30) List<RiskLevel> found) {
        var higher = found.getLast().or(found.get(found.size() - 2));

        assertThat(higher.isAbove(shown(found.toArray(RiskLevel[]::new)))).isFalse();
    }

    @Property
    void fallsOnlyWhenTheLastTwoWereBelow(@ForAll @Size(min = 2, max = 30) List<RiskLevel> found) {
        var before = shown(found.subList(0, found.size() - 1).toArray(RiskLevel[]::new));
        var after = shown(found.toArray(RiskLevel[]::new));
        if (before.isAbove(after)) {
            assertThat(before.isAbove(found.getLast())).isTrue();
            assertThat(before.isAbove(found.get(found.size() - 2))).isTrue();
        }
    }

    @Test
    void aDeadlineCountsWorkingDaysOutsideBreaks() {
        var friday = LocalDate.of(2026, 11, 20);
        var monday = LocalDate.of(2026, 11, 23);

        assertThat(WorkingDays.after(friday, 1, day -> false)).isEqualTo(monday);
        assertThat(WorkingDays.after(friday, 2, day -> false)).isEqualTo(monday.plusDays(1));
        assertThat(WorkingDays.after(friday, 1, monday::equals)).isEqualTo(monday.plusDays(1));
        assertThat(WorkingDays.after(monday, 0, day -> false)).isEqualTo(monday);
    }

    private static RiskLevel shown(RiskLevel... found) {
        var shown = ShownLevel.first(found[0]);
        for (var i = 1; i < found.length; i++) {
            shown = shown.next(found[i]);
        }
        return shown.level();
    }
}
