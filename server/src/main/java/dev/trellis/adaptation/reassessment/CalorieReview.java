package dev.trellis.adaptation.reassessment;

import dev.trellis.adaptation.reassessment.CalorieController.Measured;
import dev.trellis.adaptation.reassessment.CalorieController.Step;
import dev.trellis.programs.energy.SafetyVerdict;
import dev.trellis.programs.energy.WeightSlope;
import org.jspecify.annotations.Nullable;

/** A reassessment of calories: the gates first, then the controller (domain 06.2). */
public sealed interface CalorieReview {
    /** The controller ran; the target may have moved. */
    record Reviewed(Step step, WeightSlope slope, boolean onlyUpward) implements CalorieReview {}

    /** Nothing changes, and the controller remembers what it did. */
    record Unchanged(Reason reason) implements CalorieReview {}

    /** Safety comes first: the target goes to maintenance. */
    record ToMaintenance(Reason reason) implements CalorieReview {}

    /** Why the controller did not run. */
    enum Reason {
        TOO_EARLY,
        TOO_FEW_WEIGHINGS,
        CYCLE_NOT_COVERED,
        SAFETY_STOP,
        SAFETY_HOLD,
        LOW_READINESS
    }

    /**
     * What decides about running the controller.
     *
     * @param readiness        mean of the window, null when unknown
     * @param safetyHold       one is open
     * @param cycleUncovered   the person menstruates and the window is shorter than a whole cycle
     */
    record Circumstances(
            SafetyVerdict verdict, @Nullable Double readiness, boolean safetyHold, boolean cycleUncovered) {}

    /** Below this mean readiness nothing is changed. */
    double LOW_READINESS = 40;

    /**
     * @param setPoint wanted, kg a week
     */
    static CalorieReview of(
            CalorieController controller,
            CalorieState state,
            WeightReview weights,
            double setPoint,
            Circumstances circumstances) {
        if (circumstances.safetyHold()) {
            return new ToMaintenance(Reason.SAFETY_HOLD);
        }
        if (!circumstances.verdict().targets()) {
            return new Unchanged(Reason.SAFETY_STOP);
        }
        if (setPoint < 0 && !circumstances.verdict().deficit()) {
            return new ToMaintenance(Reason.SAFETY_STOP);
        }
        if (!weights.isDue()) {
            return new Unchanged(Reason.TOO_EARLY);
        }
        if (circumstances.readiness() != null && circumstances.readiness() < LOW_READINESS) {
            return new Unchanged(Reason.LOW_READINESS);
        }
        if (circumstances.cycleUncovered()) {
            return new Unchanged(Reason.CYCLE_NOT_COVERED);
        }
        var slope = weights.slope();
        var mean = weights.meanKg();
        if (slope.isEmpty() || mean.isEmpty()) {
            return new Unchanged(Reason.TOO_FEW_WEIGHINGS);
        }
        double adjusted = weights.onTarget(slope.get().kgPerWeek(), state.published());
        var step = controller.review(state, new Measured(setPoint, adjusted, mean.getAsDouble()));
        boolean onlyUpward = !weights.isWellLogged();
        if (onlyUpward && step.change() < 0) {
            step = withoutChange(step);
        }
        return new Reviewed(step, slope.get(), onlyUpward);
    }

    private static Step withoutChange(Step step) {
        var before = step.before();
        var after = new CalorieState(
                before.output(),
                before.published(),
                step.after().lastSlope(),
                step.after().slopeBefore(),
                step.after().lastMeanKg());
        return new Step(
                before,
                step.measured(),
                step.error(),
                step.quiet(),
                step.proportional(),
                step.integral(),
                step.derivative(),
                step.feedForward(),
                after);
    }
}
