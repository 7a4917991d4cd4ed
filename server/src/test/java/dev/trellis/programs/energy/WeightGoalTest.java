package dev.trellis.programs.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.programs.energy.WeightGoal.Refusal;
import org.junit.jupiter.api.Test;

class WeightGoalTest {
    private static final Body LEAN = new Body(70, 175, 35, EquationSex.MALE);
    private static final Body LARGE = new Body(130, 180, 35, EquationSex.MALE);

    @Test
    void aGoalBelowAHealthyWeightIsRefused() {
        var barelyHealthy = new Body(18.5 * 1.75 * 1.75, 175, 35, EquationSex.FEMALE);
        assertThat(new WeightGoal(18.4 * 1.75 * 1.75, -0.5).refusal(barelyHealthy))
                .contains(Refusal.GOAL_BMI_TOO_LOW);
        var older = new Body(70, 175, 65, EquationSex.FEMALE);
        assertThat(new WeightGoal(19.9 * 1.75 * 1.75, -0.5).refusal(older)).contains(Refusal.GOAL_BMI_TOO_LOW);
        assertThat(new WeightGoal(20.1 * 1.75 * 1.75, -0.5).refusal(older)).isEmpty();
    }

    @Test
    void lossHasASpeedLimitThatIsLowerForLeanPeople() {
        assertThat(new WeightGoal(null, -0.7).refusal(LEAN)).isEmpty();
        assertThat(new WeightGoal(null, -0.8).refusal(LEAN)).contains(Refusal.LOSS_TOO_FAST);
        assertThat(new WeightGoal(null, -0.76).refusal(LARGE)).isEmpty();
        assertThat(new WeightGoal(null, -0.2).refusal(LARGE)).contains(Refusal.LOSS_TOO_SLOW);
    }

    @Test
    void nobodyLosesOverAKilogramAWeek() {
        assertThat(new WeightGoal(null, -1.0).refusal(LARGE)).contains(Refusal.LOSS_TOO_FAST);
        assertThat(new WeightGoal(null, -1.0).kgPerWeek(130, 5000)).isGreaterThanOrEqualTo(-1.0);
    }

    @Test
    void whatTheWeightShouldDoIsNeverMoreThanTheLargestDeficitBrings() {
        assertThat(new WeightGoal(null, -1.0).kgPerWeek(90, 2400)).isCloseTo(-600 * 7 / 7700.0, within(1e-9));
        assertThat(new WeightGoal(null, -0.5).kgPerWeek(80, 2759)).isCloseTo(-0.4, within(1e-9));
        assertThat(new WeightGoal(null, 0.25).kgPerWeek(80, 2759)).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void gainHasItsRange() {
        assertThat(new WeightGoal(75.0, 0.25).refusal(LEAN)).isEmpty();
        assertThat(new WeightGoal(75.0, 0.6).refusal(LEAN)).contains(Refusal.GAIN_TOO_FAST);
        assertThat(new WeightGoal(75.0, 0.05).refusal(LEAN)).contains(Refusal.GAIN_TOO_SLOW);
        assertThat(WeightGoal.MAINTENANCE.refusal(LEAN)).isEmpty();
    }

    @Test
    void aRateThatLeadsAwayFromTheGoalIsRefused() {
        assertThat(new WeightGoal(75.0, -0.5).refusal(LEAN)).contains(Refusal.RATE_LEADS_AWAY);
        assertThat(new WeightGoal(65.0, 0.25).refusal(LEAN)).contains(Refusal.RATE_LEADS_AWAY);
    }
}
