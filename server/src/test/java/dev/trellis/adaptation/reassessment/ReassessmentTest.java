package dev.trellis.adaptation.reassessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.adaptation.reassessment.CalorieReview.Circumstances;
import dev.trellis.adaptation.reassessment.CalorieReview.Reason;
import dev.trellis.adaptation.reassessment.CalorieReview.Reviewed;
import dev.trellis.adaptation.reassessment.CalorieReview.ToMaintenance;
import dev.trellis.adaptation.reassessment.CalorieReview.Unchanged;
import dev.trellis.adaptation.reassessment.VolumeController.Signs;
import dev.trellis.programs.energy.Body;
import dev.trellis.programs.energy.EquationSex;
import dev.trellis.programs.energy.HealthFacts;
import dev.trellis.programs.energy.SafetyVerdict;
import dev.trellis.programs.energy.WeightSlope;
import dev.trellis.tracking.Weighing;
import dev.trellis.tracking.WeightTrend;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The gates before the controllers, and what a review says (domain 06.2, 06.6). */
class ReassessmentTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final CalorieController CONTROLLER = new CalorieController(Gains.SHIPPED, 1500, 3400);
    private static final SafetyVerdict HEALTHY =
            SafetyVerdict.of(HealthFacts.healthy(new Body(90, 180, 35, EquationSex.MALE)));

    @Test
    void beforeDay28CaloriesStay() {
        assertThat(review(weights(27, 0, 27), fine())).isEqualTo(new Unchanged(Reason.TOO_EARLY));
        assertThat(review(weights(28, -0.2, 28), fine())).isInstanceOf(Reviewed.class);
    }

    @Test
    void tooFewWeighingsChangeNothing() {
        var few = weights(42, -0.2, 42);
        var thirteen = few.weighings()
                .subList(few.weighings().size() - 13, few.weighings().size());
        assertThat(review(new WeightReview(few.today(), START, thirteen, few.intake(), Set.of()), fine()))
                .isEqualTo(new Unchanged(Reason.TOO_FEW_WEIGHINGS));
    }

    @Test
    void unusualDaysAreLeftOut() {
        var spoilt = weights(42, -0.2, 42);
        var travelling = IntStream.range(20, 30).mapToObj(START::plusDays).collect(Collectors.toSet());
        var weighings = spoilt.weighings().stream()
                .map(weighing -> travelling.contains(weighing.day())
                        ? new Weighing(weighing.day(), weighing.kg() + 2)
                        : weighing)
                .toList();
        var cleaned = new WeightReview(spoilt.today(), START, weighings, spoilt.intake(), new HashSet<>(travelling));
        assertThat(cleaned.slope().orElseThrow().kgPerWeek()).isCloseTo(-0.2, within(1e-9));
    }

    @Test
    void safetyComesBeforeEverything() {
        var weights = weights(28, -0.2, 28);
        assertThat(review(weights, new Circumstances(HEALTHY, 80.0, true, false)))
                .isEqualTo(new ToMaintenance(Reason.SAFETY_HOLD));
        var thin = SafetyVerdict.of(HealthFacts.healthy(new Body(55, 180, 35, EquationSex.MALE)));
        assertThat(review(weights, new Circumstances(thin, 80.0, false, false)))
                .isEqualTo(new ToMaintenance(Reason.SAFETY_STOP));
        var minor = SafetyVerdict.of(HealthFacts.healthy(new Body(70, 180, 17, EquationSex.MALE)));
        assertThat(review(weights, new Circumstances(minor, 80.0, false, false)))
                .isEqualTo(new Unchanged(Reason.SAFETY_STOP));
        assertThat(review(weights, new Circumstances(HEALTHY, 39.0, false, false)))
                .isEqualTo(new Unchanged(Reason.LOW_READINESS));
        assertThat(review(weights, new Circumstances(HEALTHY, null, false, true)))
                .isEqualTo(new Unchanged(Reason.CYCLE_NOT_COVERED));
    }

    @Test
    void withAPoorLogTheTargetOnlyRises() {
        var poor = (Reviewed) review(weights(28, -0.1, 10), fine());
        assertThat(poor.onlyUpward()).isTrue();
        assertThat(poor.step().change()).isZero();
        assertThat(poor.step().after().output()).isEqualTo(2500);
        var rising = (Reviewed) review(weights(28, -0.9, 10), fine());
        assertThat(rising.step().change()).isPositive();
    }

    @Test
    void whatWasEatenBesidesIsTakenOut() {
        var weights = weights(28, -0.2, 28);
        assertThat(weights.onTarget(-0.2, 2500)).isCloseTo(-0.2, within(1e-9));
        assertThat(weights.onTarget(-0.2, 2170)).isCloseTo(-0.5, within(1e-9));
        assertThat(weights.onTarget(-0.2, 1000)).isCloseTo(-0.2 - 7 * 400 / 7700.0, within(1e-9));
    }

    @Test
    void theSameHistoryGivesTheSameReview() {
        assertThat(review(weights(42, -0.1, 40), fine())).isEqualTo(review(weights(42, -0.1, 40), fine()));
    }

    @Test
    void theSentenceSaysWhatWasSeenAndHowSureThatIs() {
        var slope = new WeightSlope(-0.184 / 7, 0.1411 / 7, 22);
        var state = new CalorieState(2540, 2540, null, null, null);
        var step = CONTROLLER.review(state, new CalorieController.Measured(-0.5, -0.184, 88));
        assertThat(ReviewWords.of(step, slope, 22))
                .isEqualTo("Your trend over the last 22 days is -0.18 kg/week (likely between -0.46 and +0.09)."
                        + " The plan aimed for -0.50. Suggested target 2440 kcal (-100). You decide.");
        var volume = VolumeController.shipped(10, 100).review(VolumeState.start(36), 2 / 3.0, Signs.NONE);
        assertThat(ReviewWords.of(volume))
                .isEqualTo("You did 67 % of your strength sessions over the last two weeks; the plan aims for 90 %."
                        + " Suggested: 32 sets a week (-4). You decide.");
    }

    @Test
    void arrivingPlateausAndLongDietsAreNoticed() {
        var today = START.plusDays(40);
        var arrived = IntStream.range(0, 41)
                .mapToObj(day -> new WeightTrend(START.plusDays(day), day < 27 ? 72 - day / 27.0 : 70.4))
                .toList();
        assertThat(Milestones.isAtGoal(arrived, 70, today)).isTrue();
        assertThat(Milestones.isAtGoal(arrived, 70, today.minusDays(1))).isFalse();
        assertThat(Milestones.isAtGoal(arrived, 69.8, today)).isFalse();
        assertThat(Milestones.isPlateau(-0.08, 0.8, -0.5)).isTrue();
        assertThat(Milestones.isPlateau(-0.08, 0.79, -0.5)).isFalse();
        assertThat(Milestones.isPlateau(-0.2, 1, -0.5)).isFalse();
        assertThat(Milestones.isTimeForABreak(11)).isFalse();
        assertThat(Milestones.isTimeForABreak(12)).isTrue();
    }

    private static CalorieReview review(WeightReview weights, Circumstances circumstances) {
        return CalorieReview.of(CONTROLLER, CalorieState.start(2500), weights, -0.5, circumstances);
    }

    private static Circumstances fine() {
        return new Circumstances(HEALTHY, null, false, false);
    }

    /** Weighed every day, eating 2,500 kcal on those that were logged. */
    private static WeightReview weights(int day, double kgPerWeek, int loggedDays) {
        List<Weighing> weighings = IntStream.rangeClosed(0, day)
                .mapToObj(d -> new Weighing(START.plusDays(d), 90 + kgPerWeek * d / 7))
                .toList();
        Map<LocalDate, Double> intake = IntStream.range(0, loggedDays)
                .boxed()
                .collect(Collectors.toMap(back -> START.plusDays(day - (long) back), back -> 2500.0));
        return new WeightReview(START.plusDays(day), START, weighings, intake, Set.of());
    }
}
