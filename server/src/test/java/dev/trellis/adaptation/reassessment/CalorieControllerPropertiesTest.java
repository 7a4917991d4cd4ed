package dev.trellis.adaptation.reassessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.adaptation.reassessment.CalorieController.Measured;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CalorieControllerPropertiesTest {
    @Property(tries = 3_000)
    void theTargetNeverLeavesItsLimitsNorJumps(@ForAll long seed) {
        var random = new Random(seed);
        int floor = 1200 + 10 * random.nextInt(60);
        double ceiling = CalorieController.ceiling(1500 + random.nextInt(2000), floor);
        var gains = random.nextBoolean() ? Gains.SHIPPED : new Gains(110, 330, 55, 15, 0.10, 150);
        var controller = new CalorieController(gains, floor, ceiling);
        var state = CalorieState.start(floor + 10 * random.nextInt(Math.max(1, (int) (ceiling - floor) / 10)));
        for (var review = 0; review < 20; review++) {
            var step = controller.review(
                    state,
                    new Measured(random.nextDouble() - 0.7, 3 * random.nextGaussian(), 60 + random.nextGaussian()));
            assertThat(step.after().published()).isBetween(floor, (int) Math.max(floor, ceiling));
            assertThat(Math.abs(step.change())).isLessThanOrEqualTo(150);
            assertThat(step.change() == 0 || Math.abs(step.change()) >= 20).isTrue();
            assertThat(step.after().published() % 10).isZero();
            assertThat(controller.review(state, step.measured())).isEqualTo(step);
            state = step.after();
        }
    }
}
