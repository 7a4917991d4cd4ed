package dev.trellis.adaptation;

import dev.trellis.adaptation.reassessment.WeightReview;
import dev.trellis.programs.energy.Body;
import dev.trellis.programs.energy.HealthFacts;
import dev.trellis.programs.energy.WeightLoss;
import dev.trellis.programs.energy.WeightSlope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What scales and food logs add to what somebody told of their health: what may stop a target (domain 01.7). */
final class MeasuredHealth {
    private static final double PERCENT = 100;

    private MeasuredHealth() {}

    /** @param kg the latest trend */
    static HealthFacts of(
            RunningProgram program, List<ControllerStateStore.CalorieReviewed> past, WeightReview weights, double kg) {
        var told = program.request().health();
        Body body = program.bodyAt(kg);
        var rates = new ArrayList<Double>();
        past.forEach(review -> {
            if (review.inputs().slope() != null) {
                rates.add(PERCENT * review.inputs().slope() / kg);
            }
        });
        var slope = weights.slope().map(WeightSlope::kgPerWeek);
        slope.ifPresent(its -> rates.add(PERCENT * its / kg));
        var loss = new WeightLoss(
                rates,
                told.loss().sixMonthPercent(),
                Objects.requireNonNull(program.eating()).goal().isLoss()
                        || told.loss().inDeficitProgram(),
                told.loss().unintendedPercent());
        return new HealthFacts(
                body,
                told.conditions(),
                told.scoff(),
                told.behaviour()
                        .measured(
                                weights.intake(),
                                weights.weighings(),
                                weights.today(),
                                slope.map(its -> PERCENT * its / kg).orElse(0.0)),
                loss);
    }
}
