package dev.trellis.adaptation.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From an illness back to training (domain 05.4). */
class IllnessCourseTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    @Test
    void whatWasSaidHoldsForTwoDaysAtMost() {
        assertThat(course(0, Illness.FEVER, null).today()).isEqualTo(Illness.FEVER);
        assertThat(course(0, Illness.FEVER, null, null).today()).isEqualTo(Illness.FEVER);
        assertThat(course(0, Illness.FEVER, null, null, null).today()).isEqualTo(Illness.NONE);
        assertThat(course(0, Illness.ABOVE_NECK, null).today()).isEqualTo(Illness.NONE);
    }

    @Test
    void trainingWaitsForAWholeDayAndComesBackInThreeSteps() {
        assertThat(course(0, Illness.FEVER, Illness.NONE).returnShare()).hasValue(0);
        assertThat(course(0, Illness.FEVER, Illness.NONE, Illness.NONE).returnShare())
                .hasValue(0.5);
        assertThat(course(1, Illness.FEVER, Illness.NONE, Illness.NONE).returnShare())
                .hasValue(0.75);
        assertThat(course(2, Illness.FEVER, Illness.NONE, Illness.NONE).returnShare())
                .isEmpty();
        assertThat(course(0, Illness.ABOVE_NECK, Illness.NONE).returnShare()).isEmpty();
    }

    @Test
    void aWeekOfIllnessAsksForAClinician() {
        var week = new Illness[] {
            Illness.FEVER, Illness.FEVER, Illness.FEVER, Illness.FEVER, Illness.FEVER, Illness.FEVER, Illness.FEVER
        };
        assertThat(course(0, week).needsClinician()).isTrue();
        assertThat(course(0, Illness.FEVER, Illness.FEVER).needsClinician()).isFalse();
        assertThat(course(0, Illness.FEVER, Illness.FEVER).daysIll()).isEqualTo(2);
    }

    /** Said on the last days, today last; null where nothing was said. */
    private static IllnessCourse course(int sessionsSince, @Nullable Illness... said) {
        List<LoggedDay> days = new ArrayList<>();
        for (var i = 0; i < said.length; i++) {
            days.add(
                    new LoggedDay(TODAY.minusDays(said.length - 1 - i), DayContext.SILENT, said[i], null, null, false));
        }
        return IllnessCourse.of(ReadinessHistory.of(days), TODAY, day -> sessionsSince);
    }
}
