package dev.trellis.adaptation.reassessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.adaptation.reassessment.VolumeController.Signs;
import dev.trellis.programs.training.Muscle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Domain 06.3 with its examples E6.5k to o. */
class VolumeControllerTest {
    private static final VolumeController SHIPPED = VolumeController.shipped(1, 200);

    @Test
    void whoCannotDoItAllGetsLessUntilTheyCan() {
        assertThat(withCapacity(36, 6, review -> 24).subList(0, 4)).containsExactly(32, 30, 28, 28);
    }

    @Test
    void whoDoesItAllGetsMoreSlowly() {
        assertThat(withCapacity(20, 12, review -> 40)).containsExactly(21, 22, 23, 24, 26, 27, 28, 30, 31, 33, 35, 36);
    }

    @Test
    void followsALifeThatGetsBusier() {
        assertThat(withCapacity(32, 10, review -> review < 6 ? 30 : 18))
                .containsExactly(32, 32, 32, 32, 32, 27, 24, 22, 21, 21);
    }

    @Test
    void weaknessFatigueAndPainSpeakAgainstMore() {
        var state = VolumeState.start(30);
        var sets = new ArrayList<Integer>();
        var factors = new ArrayList<Double>();
        for (var review : List.of(
                review(1.0, signs(false, null, -1.2)),
                review(1.0, signs(false, 45.0, null)),
                review(0.95, signs(true, null, null)),
                review(0.40, Signs.NONE))) {
            var step = SHIPPED.review(state, review.adherence(), review.signs());
            state = step.after();
            factors.add(step.factor());
            sets.add(state.sets());
        }
        assertThat(factors).containsExactly(1.0, 1.0, 0.90, 0.80);
        assertThat(sets).containsExactly(30, 30, 27, 22);
        var exhausted = SHIPPED.review(VolumeState.start(30), 1.0, signs(false, 45.0, -1.5));
        assertThat(exhausted.factor()).isEqualTo(0.90);
    }

    @Test
    void theOtherTermsAreComputedAsInTheExample() {
        var controller = new VolumeController(0.2, 0.5, 0.1, 1, 200);
        var state = VolumeState.start(30);
        var sets = new ArrayList<Integer>();
        var factors = List.of(0.9048, 0.9704, 0.9268);
        var adherence = List.of(0.70, 0.80, 0.78);
        for (var i = 0; i < 3; i++) {
            var step = controller.review(state, adherence.get(i), Signs.NONE);
            assertThat(step.factor()).isCloseTo(factors.get(i), within(5e-5));
            state = step.after();
            sets.add(state.sets());
        }
        assertThat(sets).containsExactly(27, 26, 24);
    }

    @Test
    void staysWithinTheRangeOfAllMuscles() {
        var narrow = VolumeController.shipped(28, 31);
        assertThat(narrow.review(VolumeState.start(30), 1.0, Signs.NONE).after().budget())
                .isEqualTo(31);
        assertThat(narrow.review(VolumeState.start(30), 0.2, Signs.NONE).after().budget())
                .isEqualTo(28);
    }

    @Test
    void cardioFollowsByTheSameFactor() {
        var less = SHIPPED.review(VolumeState.start(30), 0.4, Signs.NONE);
        assertThat(less.cardioMinutes(150)).isCloseTo(120, within(1e-9));
        assertThat(less.needsApproval()).isFalse();
        var more = SHIPPED.review(VolumeState.start(30), 1.0, Signs.NONE);
        assertThat(more.cardioMinutes(150)).isLessThanOrEqualTo(165);
        assertThat(more.needsApproval()).isTrue();
    }

    @Test
    void notMoreWhereSomethingElseBecameHarder() {
        assertThat(SHIPPED.review(VolumeState.start(30), 1.0, Signs.NONE, false).change())
                .isZero();
        assertThat(SHIPPED.review(VolumeState.start(30), 0.4, Signs.NONE, false).change())
                .isNegative();
    }

    @Test
    void aBudgetIsSharedOutInProportionAndInSmallSteps() {
        var current = Map.of(Muscle.CHEST, 10.0, Muscle.QUADS, 8.0, Muscle.HAMSTRINGS, 4.0);
        var more = VolumeShares.of(current, 24.2, 1, 4, 10);
        assertThat(more.get(Muscle.CHEST)).isEqualTo(10);
        assertThat(more.get(Muscle.QUADS)).isCloseTo(8.8, within(1e-9));
        assertThat(more.get(Muscle.HAMSTRINGS)).isCloseTo(4.4, within(1e-9));
        var less = VolumeShares.of(current, 17.6, 1, 4, 10);
        assertThat(less.get(Muscle.CHEST)).isEqualTo(9);
        assertThat(less.get(Muscle.HAMSTRINGS)).isEqualTo(4);
    }

    private record Review(double adherence, Signs signs) {}

    private static Review review(double adherence, Signs signs) {
        return new Review(adherence, signs);
    }

    private static Signs signs(boolean pain, @Nullable Double readiness, @Nullable Double strength) {
        return new Signs(pain, readiness, strength);
    }

    /** Somebody who gets so many sets a week done, whatever is planned. */
    private static List<Integer> withCapacity(int start, int reviews, IntToDoubleFunction capacity) {
        var state = VolumeState.start(start);
        var sets = new ArrayList<Integer>();
        for (var review = 1; review <= reviews; review++) {
            double adherence = Math.min(1, capacity.applyAsDouble(review) / state.sets());
            state = SHIPPED.review(state, adherence, Signs.NONE).after();
            sets.add(state.sets());
        }
        return sets;
    }
}
