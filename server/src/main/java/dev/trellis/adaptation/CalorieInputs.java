package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.adaptation.reassessment.CalorieController;
import dev.trellis.adaptation.reassessment.CalorieReview;
import dev.trellis.adaptation.reassessment.CalorieReview.Circumstances;
import dev.trellis.adaptation.reassessment.CalorieState;
import dev.trellis.adaptation.reassessment.Gains;
import dev.trellis.adaptation.reassessment.WeightReview;
import dev.trellis.programs.Rounding;
import dev.trellis.programs.energy.Expenditure;
import dev.trellis.programs.energy.SafetyVerdict;
import dev.trellis.tracking.Weighing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything a review of calories was decided from; enough to do it again, bit by bit.
 *
 * @param before       what the controller remembered, what was declined since left out
 * @param setPoint     kg a week
 * @param expenditure  what the person spends, as it was learnt up to this review
 * @param gate         what held the controller back; null when it ran
 * @param slope        measured, kg a week; null without enough weighings
 * @param logged       share of the window's days with a food log
 * @param atGoal       the goal was reached at this review or before
 * @param planChangeId the change that was proposed; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CalorieInputs(
        LocalDate today,
        LocalDate programStart,
        List<Weighing> weighings,
        Map<LocalDate, Double> intake,
        Set<LocalDate> unusual,
        CalorieState before,
        double setPoint,
        int floor,
        double ceiling,
        Gains gains,
        SafetyVerdict verdict,
        @Nullable Double readiness,
        boolean safetyHold,
        boolean cycleUncovered,
        Expenditure expenditure,
        @Nullable String gate,
        @Nullable Double slope,
        double logged,
        boolean atGoal,
        @Nullable UUID planChangeId) {
    CalorieInputs {
        weighings = List.copyOf(weighings);
        intake = new TreeMap<>(intake);
        unusual = Set.copyOf(unusual);
    }

    WeightReview weights() {
        return new WeightReview(today, programStart, weighings, intake, unusual);
    }

    Circumstances circumstances() {
        return new Circumstances(verdict, readiness, safetyHold, cycleUncovered);
    }

    CalorieController controller() {
        return new CalorieController(gains, floor, ceiling);
    }

    /** The review again. */
    CalorieReview review() {
        return CalorieReview.of(controller(), before, weights(), setPoint, circumstances());
    }

    /** What the controller remembers afterwards. */
    CalorieState after(CalorieReview review) {
        return switch (review) {
            case CalorieReview.Reviewed(var step, var itsSlope, var onlyUpward) -> step.after();
            case CalorieReview.Unchanged ignored -> before;
            case CalorieReview.ToMaintenance ignored -> {
                int kept = Math.max(floor, Rounding.toTen(expenditure.kcal()));
                yield new CalorieState(kept, kept, before.lastSlope(), before.slopeBefore(), before.lastMeanKg());
            }
        };
    }

    /** What held the controller back, said of the review itself. */
    CalorieInputs gated() {
        var its = switch (review()) {
            case CalorieReview.Reviewed ignored -> null;
            case CalorieReview.Unchanged(var reason) -> Words.of(reason);
            case CalorieReview.ToMaintenance(var reason) -> Words.of(reason);
        };
        return with(its, planChangeId);
    }

    CalorieInputs with(@Nullable UUID changeId) {
        return with(gate, changeId);
    }

    private CalorieInputs with(@Nullable String itsGate, @Nullable UUID changeId) {
        return new CalorieInputs(
                today,
                programStart,
                weighings,
                intake,
                unusual,
                before,
                setPoint,
                floor,
                ceiling,
                gains,
                verdict,
                readiness,
                safetyHold,
                cycleUncovered,
                expenditure,
                itsGate,
                slope,
                logged,
                atGoal,
                changeId);
    }
}
