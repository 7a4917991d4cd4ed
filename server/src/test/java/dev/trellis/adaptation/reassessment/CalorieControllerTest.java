package dev.trellis.adaptation.reassessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.adaptation.reassessment.CalorieController.Measured;
import dev.trellis.adaptation.reassessment.ClosedLoop.Outcome;
import dev.trellis.vectors.WorkedExamples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Domain 06.2 and the acceptance of 06.5: a simulated person and the controller find each other, or the gains are bad. */
class CalorieControllerTest {
    private static final Gains WITHOUT_FEED_FORWARD = new Gains(0, 330, 0, 0, 0.10, 150);

    static Stream<WorkedExamples> closedLoop() {
        return WorkedExamples.of("closed_loop");
    }

    static Stream<WorkedExamples> openLoop() {
        return WorkedExamples.of("plant_open_loop");
    }

    @Test
    void theSimulatedPersonStartsAsTheModelSays() {
        var person = SimulatedPerson.named("P1");
        assertThat(person.resting()).isCloseTo(1856.9, within(0.05));
        assertThat(person.firstIntake()).isCloseTo(2785.35, within(0.05));
        assertThat(person.firstFat()).isCloseTo(22.4885, within(1e-3));
        assertThat(person.lean()).isCloseTo(42.7705, within(1e-3));
        assertThat(person.base()).isCloseTo(24.741, within(1e-3));
        assertThat(person.constant()).isCloseTo(1125.102, within(0.01));
        assertThat(person.activity()).isCloseTo(7.22128, within(1e-4));
    }

    @ParameterizedTest
    @MethodSource("openLoop")
    void theSimulatedPersonLosesWeightAsTheModelSays(WorkedExamples example) {
        var person = SimulatedPerson.named(example.inputs().path("person").asText());
        double kcal = person.firstIntake() + example.inputs().path("delta").asDouble();
        var days = example.inputs().path("days");
        int day = 0;
        for (var i = 0; i < days.size(); i++) {
            for (; day < days.get(i).asInt(); day++) {
                person.eat(kcal);
            }
            assertThat(person.kg()).isCloseTo(example.expected().get(i).asDouble(), within(example.tolerance()));
        }
        assertThat(person.adaptation()).isCloseTo(-70.0, within(0.05));
    }

    @ParameterizedTest
    @MethodSource("closedLoop")
    void theShippedGainsConverge(WorkedExamples example) {
        var inputs = example.inputs();
        double setPoint = inputs.path("sp").asDouble();
        var outcome = new ClosedLoop(
                        inputs.path("person").asText(),
                        shipped(inputs.path("lo").asInt(), inputs.path("hi").asInt()),
                        inputs.path("u0").asInt(),
                        day -> setPoint)
                .run();
        var expected = new ArrayList<Integer>();
        example.expected().path("u").forEach(target -> expected.add(target.asInt()));
        assertThat(outcome.targets()).isEqualTo(expected);
        var metrics = example.expected().path("metrics");
        assertThat(outcome.meanError()).isCloseTo(metrics.path("mean_err").asDouble(), within(0.005));
        assertThat(outcome.maxError()).isCloseTo(metrics.path("max_err").asDouble(), within(0.005));
        assertThat(outcome.steps().stream().mapToInt(Math::abs).max().orElseThrow())
                .isEqualTo(metrics.path("max_step").asInt());
        assertThat(outcome.reversals()).isEqualTo(metrics.path("reversals").asInt());
        assertThat(outcome.isConverged()).isTrue();
    }

    @Test
    void leavesTheFloorAsSoonAsTheGoalChanges() {
        var outcome = new ClosedLoop("P4", shipped(1200, 2200), 1300, day -> day < 140 ? -0.6 : 0).run();
        assertThat(outcome.targets().subList(0, 12))
                .containsExactly(1200, 1200, 1200, 1200, 1200, 1200, 1200, 1200, 1280, 1340, 1380, 1380);
        assertThat(outcome.reversals()).isZero();
    }

    @Test
    void absorbsALogThatSaysTooLittle() {
        var outcome = new ClosedLoop("P1", shipped(1500, 3400), 2540, day -> -0.5)
                .eating(1.1, 0)
                .run();
        assertThat(outcome.targets())
                .containsExactly(2390, 2260, 2160, 2090, 2030, 1990, 1990, 1930, 1930, 1930, 1890, 1890, 1890);
        assertThat(outcome.meanError()).isCloseTo(0.0814, within(0.005));
        assertThat(outcome.maxError()).isCloseTo(0.1133, within(0.005));
    }

    @Test
    void doesNotPunishWhoEatsMoreAndSaysSo() {
        var outcome = new ClosedLoop("P1", shipped(1500, 3400), 2050, day -> -0.5)
                .eating(1, 300)
                .logging()
                .run();
        assertThat(outcome.targets()).allMatch(target -> target >= 2000 && target <= 2090);
    }

    @Test
    void badGainsFailTheAcceptance() {
        var hasty = new CalorieController(new Gains(0, 3300, 0, 15, 0, 900), 1000, 3400);
        var outcome = new ClosedLoop("P1", hasty, 2540, day -> -0.5).run();
        assertThat(outcome.isConverged()).isFalse();
        assertThat(outcome.reversals()).isEqualTo(10);
        assertThat(outcome.steps().subList(0, 8)).containsExactly(-900, 900, -810, 450, -80, -390, 740, -900);
    }

    @ParameterizedTest(name = "E6.5h: {0}")
    @CsvSource({
        "P1, 2540, -0.5, 1500, 3400, 0.059, 39",
        "P2, 1500, -0.35, 1200, 2600, 0.033, 32",
        "P3, 2630, 0.2, 1500, 3600, 0.045, 36"
    })
    void aMoodyScaleDoesNotMakeItHunt(
            String person, int first, double setPoint, int floor, int ceiling, double meanError, int calm) {
        var outcomes = IntStream.rangeClosed(1, 40)
                .mapToObj(seed -> new ClosedLoop(person, shipped(floor, ceiling), first, day -> setPoint)
                        .withNoise(0.6, seed)
                        .run())
                .toList();
        assertThat(outcomes.stream().mapToDouble(Outcome::meanError).average().orElseThrow())
                .isCloseTo(meanError, within(0.002));
        assertThat(outcomes).allMatch(outcome -> outcome.meanError() <= 0.12 && outcome.staysWithinLimits());
        assertThat(outcomes).allMatch(outcome -> outcome.reversals() <= 3);
        assertThat(outcomes.stream().filter(outcome -> outcome.reversals() <= 1).count())
                .isEqualTo(calm)
                .isGreaterThanOrEqualTo(30);
    }

    @Test
    void everyTermIsComputedAsInTheExample() {
        var gains = new Gains(110, 330, 55, 0, 0.10, 150);
        var controller = new CalorieController(gains, 1200, 4000);
        var state = CalorieState.start(2400);
        var slopes = List.of(-0.20, -0.30, -0.38, -0.44, -0.90);
        var outputs = List.of(2301.0, 2246.0, 2214.1, 2214.1, 2360.0);
        var published = List.of(2300, 2250, 2210, 2210, 2360);
        var sums = List.of(-99.0, -55.0, -31.9, 0.0, 204.6);
        for (var i = 0; i < slopes.size(); i++) {
            var step = controller.review(state, new Measured(-0.5, slopes.get(i), 80));
            assertThat(step.proportional() + step.integral() + step.derivative())
                    .isCloseTo(sums.get(i), within(1e-9));
            assertThat(step.quiet()).isEqualTo(i == 3);
            state = step.after();
            assertThat(state.output()).isCloseTo(outputs.get(i), within(1e-9));
            assertThat(state.published()).isEqualTo(published.get(i));
        }
    }

    @Test
    void doesNotWindUpAtTheFloor() {
        var controller = new CalorieController(WITHOUT_FEED_FORWARD, 1200, 2500);
        var state = CalorieState.start(1260);
        var targets = new ArrayList<Integer>();
        for (var slope : List.of(-0.20, -0.25, -0.25)) {
            state = controller.review(state, new Measured(-0.6, slope, 60)).after();
            targets.add(state.published());
        }
        state = controller.review(state, new Measured(0, -0.25, 60)).after();
        targets.add(state.published());
        assertThat(targets).containsExactly(1200, 1200, 1200, 1280);
    }

    @Test
    void aFloorThatRoseIsReachedAtOnce() {
        var controller = new CalorieController(Gains.SHIPPED, 1800, 2500);
        var step = controller.review(CalorieState.start(1500), new Measured(-0.5, -0.5, 60));
        assertThat(step.after().published()).isEqualTo(1800);
    }

    private static CalorieController shipped(int floor, int ceiling) {
        return new CalorieController(Gains.SHIPPED, floor, ceiling);
    }
}
