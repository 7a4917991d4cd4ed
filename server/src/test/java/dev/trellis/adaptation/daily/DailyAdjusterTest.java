package dev.trellis.adaptation.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.adaptation.daily.DayAdjustment.Rule;
import dev.trellis.adaptation.daily.DaySession.Work;
import dev.trellis.programs.training.CautionTag;
import dev.trellis.programs.training.Eligibility;
import dev.trellis.programs.training.Equipment;
import dev.trellis.programs.training.Exercise;
import dev.trellis.programs.training.Exercises;
import dev.trellis.programs.training.InjuryRegion;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Domain 05.4 and 05.5. */
class DailyAdjusterTest {
    private static final Exercises EXERCISES = Exercises.shipped();
    private static final Eligibility GYM =
            new Eligibility(EnumSet.allOf(Equipment.class), List.of(), Set.of(), Set.of());
    private static final NutritionAdvice.Day DEFICIT = new NutritionAdvice.Day(2000, 1500, 2500, false, 0, 0, 0);
    private static final DaySession UPPER = new DaySession(
            List.of(
                    work("bench_press", 5, 60.0),
                    work("barbell_row", 5, 50.0),
                    work("overhead_press", 3, 30.0),
                    work("barbell_curl", 2, 20.0),
                    work("triceps_pushdown", 2, null)),
            0,
            0,
            null);
    private static final DaySession RUN = new DaySession(List.of(), 30, 10, null);

    private final DailyAdjuster adjuster = new DailyAdjuster(EXERCISES);

    @Test
    void aGreenDayIsAsPlanned() {
        assertThat(adjust(DayContext.SILENT, UPPER, ReadinessBand.GREEN).changesTraining())
                .isFalse();
        assertThat(adjust(DayContext.SILENT, UPPER, null).changesTraining()).isFalse();
    }

    @Test
    void anAmberDayTakesAFifthOffIsolationFirst() {
        var adjusted = adjust(DayContext.SILENT, UPPER, ReadinessBand.AMBER);
        assertThat(after(adjusted).sets()).isEqualTo(14);
        assertThat(adjusted.reduction()).isCloseTo(0.176, within(0.001));
        assertThat(sets(after(adjusted))).isEqualTo("bench_press 5, barbell_row 5, overhead_press 3, barbell_curl 1");
        assertThat(after(adjusted).exercises()).allMatch(work -> work.inReserve() == 3);
        assertThat(amber(10)).isEqualTo(8);
        assertThat(amber(4)).isEqualTo(4);
        var run = after(adjust(DayContext.SILENT, RUN, ReadinessBand.AMBER));
        assertThat(run.cardioMinutes()).isEqualTo(32);
        assertThat(run.hardMinutes()).isZero();
    }

    @Test
    void anOrangeDayTakesHalfOffAndStaysSafe() {
        var after = after(adjust(DayContext.SILENT, UPPER, ReadinessBand.ORANGE));
        assertThat(after.sets()).isLessThanOrEqualTo(9);
        assertThat(after.exercises())
                .allMatch(work -> work.inReserve() >= 4 && work.exercise().skill() < 3);
        assertThat(after.exercises().getFirst().loadKg()).isEqualTo(52.5);
        assertThat(after(adjust(DayContext.SILENT, RUN, ReadinessBand.ORANGE)).cardioMinutes())
                .isEqualTo(24);
    }

    @Test
    void aRedDayIsForRest() {
        var after = after(adjust(DayContext.SILENT, UPPER, ReadinessBand.RED));
        assertThat(after.sets()).isZero();
        assertThat(after.note()).contains("Rest");
    }

    @Test
    void aFeverStopsTrainingAndTheDeficit() {
        var adjusted = adjust(ill(Illness.FEVER), UPPER, ReadinessBand.GREEN);
        assertThat(adjusted.hold()).isTrue();
        assertThat(after(adjusted).sets()).isZero();
        assertThat(adjusted.rules()).containsExactly(Rule.ILLNESS_STOPS_TRAINING);
        assertThat(adjusted.nutrition().kcal()).isEqualTo(2200);
        assertThat(adjusted.nutrition().rules())
                .containsExactly(NutritionAdvice.Rule.ILLNESS_TO_MAINTENANCE, NutritionAdvice.Rule.LIMITED_TO_A_TENTH);
    }

    @Test
    void aColdHalvesAndKeepsItEasy() {
        var adjusted = adjust(ill(Illness.ABOVE_NECK), UPPER, ReadinessBand.GREEN);
        assertThat(adjusted.hold()).isFalse();
        assertThat(after(adjusted).sets()).isEqualTo(9);
        assertThat(after(adjusted).exercises()).allMatch(work -> work.inReserve() >= 4);
        assertThat(after(adjust(ill(Illness.ABOVE_NECK), UPPER, ReadinessBand.RED))
                        .sets())
                .isZero();
        assertThat(after(adjust(ill(Illness.ABOVE_NECK), UPPER, null)).sets()).isEqualTo(9);
    }

    @Test
    void afterAnIllnessTrainingComesBackInSteps() {
        assertThat(ReturnToTraining.share(23, 0)).isZero();
        assertThat(ReturnToTraining.share(24, 0)).isEqualTo(0.5);
        assertThat(ReturnToTraining.share(48, 1)).isEqualTo(0.75);
        assertThat(ReturnToTraining.share(72, 2)).isEqualTo(1);
        assertThat(ReturnToTraining.needsClinician(7, false)).isTrue();
        assertThat(ReturnToTraining.needsClinician(2, true)).isTrue();
        assertThat(ReturnToTraining.needsClinician(6, false)).isFalse();
    }

    @Test
    void painExchangesWhatAsksForIt() {
        var hurting = new DayContext(null, null, null, null, null, null, Illness.NONE, Map.of(InjuryRegion.WRIST, 5));
        var adjusted = adjust(hurting, UPPER, ReadinessBand.GREEN);
        assertThat(adjusted.rules()).contains(Rule.PAIN);
        assertThat(after(adjusted).exercises())
                .extracting(Work::exercise)
                .noneMatch((Exercise exercise) -> exercise.cautions().contains(CautionTag.WRIST))
                .extracting(Exercise::id)
                .contains("db_bench_press", "db_curl");
        var niggling = new DayContext(null, null, null, null, null, null, Illness.NONE, Map.of(InjuryRegion.WRIST, 3));
        assertThat(adjust(niggling, UPPER, ReadinessBand.GREEN).changesTraining())
                .isFalse();
    }

    @Test
    void lowDaysInARowCallForALightWeek() {
        assertThat(withDaysBefore(ReadinessBand.RED, ReadinessBand.RED).earlyDeload())
                .isTrue();
        assertThat(withDaysBefore(ReadinessBand.ORANGE, ReadinessBand.RED).earlyDeload())
                .isFalse();
        assertThat(withDaysBefore(ReadinessBand.ORANGE, ReadinessBand.ORANGE, ReadinessBand.RED)
                        .earlyDeload())
                .isTrue();
        assertThat(withDaysBefore(ReadinessBand.ORANGE, ReadinessBand.GREEN, ReadinessBand.ORANGE)
                        .earlyDeload())
                .isFalse();
    }

    @Test
    void threeLowDaysInADeficitProposeABreak() {
        var tired = new NutritionAdvice.Day(2000, 1500, 2500, false, 3, 0, 0);
        assertThat(NutritionAdvice.of(DayContext.SILENT, tired, 0).breakInDeficit())
                .isTrue();
        var keeping = new NutritionAdvice.Day(2500, 1500, 2500, false, 3, 0, 0);
        assertThat(NutritionAdvice.of(DayContext.SILENT, keeping, 0).breakInDeficit())
                .isFalse();
    }

    @Test
    void aShorterSessionSavesOnlyWhereThatIsWantedAndAllowed() {
        var wanting = new NutritionAdvice.Day(2000, 1500, 2000, true, 0, 0, 0);
        assertThat(NutritionAdvice.of(DayContext.SILENT, wanting, 0.5).kcal()).isEqualTo(1800);
        assertThat(NutritionAdvice.of(DayContext.SILENT, wanting, 0.4).kcal()).isEqualTo(2000);
        assertThat(NutritionAdvice.of(DayContext.SILENT, DEFICIT, 0.5).kcal()).isEqualTo(2000);
        var nearFloor = new NutritionAdvice.Day(1550, 1500, 2000, true, 0, 0, 0);
        assertThat(NutritionAdvice.of(DayContext.SILENT, nearFloor, 1).kcal()).isEqualTo(1500);
    }

    @Test
    void shortNightsAndStressBringAdviceAndNoNumbers() {
        var tired = new DayContext(5.5, null, null, null, 5, null, Illness.NONE, Map.of());
        var advice = NutritionAdvice.of(tired, new NutritionAdvice.Day(2000, 1500, 2500, true, 0, 3, 120), 0);
        assertThat(advice.kcal()).isEqualTo(2000);
        assertThat(advice.advice()).hasSize(3);
    }

    private int amber(int sets) {
        var session = new DaySession(List.of(work("bench_press", sets, null)), 0, 0, null);
        return after(adjust(DayContext.SILENT, session, ReadinessBand.AMBER)).sets();
    }

    private DayAdjustment withDaysBefore(ReadinessBand today, ReadinessBand... before) {
        return adjuster.adjust(
                DayContext.SILENT, null, new Readiness(40, 1, today, null, 1), Arrays.asList(before), DEFICIT, GYM);
    }

    private DayAdjustment adjust(DayContext today, DaySession session, @Nullable ReadinessBand band) {
        var readiness = band == null ? null : new Readiness(50, 1, band, null, 1);
        return adjuster.adjust(today, session, readiness, List.of(), DEFICIT, GYM);
    }

    private static DaySession after(DayAdjustment adjusted) {
        return Objects.requireNonNull(adjusted.after());
    }

    private static DayContext ill(Illness illness) {
        return new DayContext(null, null, null, null, null, null, illness, Map.of());
    }

    private static String sets(DaySession session) {
        return String.join(
                ", ",
                session.exercises().stream()
                        .map(work -> work.exercise().id() + " " + work.sets())
                        .toList());
    }

    private static Work work(String id, int sets, @Nullable Double load) {
        return new Work(EXERCISES.get(id), sets, 2, load);
    }
}
