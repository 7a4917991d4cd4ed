package dev.trellis.adaptation.reassessment;

import dev.trellis.adaptation.reassessment.CalorieController.Measured;
import dev.trellis.tracking.Weighing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A person and the controller, 28 weeks together, through the same review of weights that the product uses (domain 06.5). */
final class ClosedLoop {
    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final int LAST_DAY = 196;
    private static final int SETTLED_FROM = 98;
    private static final int REVIEW_DAYS = 14;

    private final SimulatedPerson person;
    private final CalorieController controller;
    private final int firstTarget;
    private final IntToDoubleFunction setPoint;
    private double eatenPerTarget = 1;
    private double eatenMore;
    private boolean logs;
    private double sigma;
    private @Nullable Random noise;

    ClosedLoop(String person, CalorieController controller, int firstTarget, IntToDoubleFunction setPoint) {
        this.person = SimulatedPerson.named(person);
        this.controller = controller;
        this.firstTarget = firstTarget;
        this.setPoint = setPoint;
    }

    ClosedLoop eating(double perTarget, double more) {
        eatenPerTarget = perTarget;
        eatenMore = more;
        return this;
    }

    ClosedLoop logging() {
        logs = true;
        return this;
    }

    ClosedLoop withNoise(double kg, long seed) {
        sigma = kg;
        noise = new Random(seed);
        return this;
    }

    /**
     * What came of it.
     *
     * @param targets   published at each review
     * @param meanError of the true rate, once settled, in kg a week
     */
    record Outcome(List<Integer> targets, int firstTarget, double meanError, double maxError, int floor) {
        List<Integer> steps() {
            var steps = new ArrayList<Integer>();
            int before = firstTarget;
            for (int target : targets) {
                steps.add(target - before);
                before = target;
            }
            return steps;
        }

        /** Changes of direction from one review to the next, in which both steps are 40 kcal or more. */
        int reversals() {
            var steps = steps();
            int reversals = 0;
            for (var i = 1; i < steps.size(); i++) {
                boolean turned = Integer.signum(steps.get(i)) * Integer.signum(steps.get(i - 1)) < 0;
                if (turned && Math.min(Math.abs(steps.get(i)), Math.abs(steps.get(i - 1))) >= 40) {
                    reversals++;
                }
            }
            return reversals;
        }

        /** The acceptance of domain 06.5, without noise. */
        boolean isConverged() {
            return meanError <= 0.10 && maxError <= 0.15 && reversals() == 0 && staysWithinLimits();
        }

        boolean staysWithinLimits() {
            return steps().stream().allMatch(step -> Math.abs(step) <= 150)
                    && targets.stream().allMatch(target -> target >= floor);
        }
    }

    Outcome run() {
        var weighings = new ArrayList<Weighing>();
        var log = new HashMap<LocalDate, Double>();
        var targets = new ArrayList<Integer>();
        var trueKg = new ArrayList<Double>();
        var state = CalorieState.start(firstTarget);
        double errors = 0;
        double worst = 0;
        int counted = 0;
        for (var day = 0; day <= LAST_DAY; day++) {
            var today = START.plusDays(day);
            double reading = person.kg() + (noise == null ? 0 : sigma * noise.nextGaussian());
            weighings.add(new Weighing(today, reading));
            if (day % REVIEW_DAYS == 0) {
                trueKg.add(person.kg());
                if (day >= SETTLED_FROM) {
                    double rate = (trueKg.getLast() - trueKg.get(trueKg.size() - 2)) / 2;
                    double error = Math.abs(rate - setPoint.applyAsDouble(day));
                    errors += error;
                    worst = Math.max(worst, error);
                    counted++;
                }
                var review = new WeightReview(today, START, weighings, log, Set.of());
                if (review.isDue()) {
                    double slope = review.slope().orElseThrow().kgPerWeek();
                    var measured = new Measured(
                            setPoint.applyAsDouble(day),
                            review.onTarget(slope, state.published()),
                            review.meanKg().orElseThrow());
                    state = controller.review(state, measured).after();
                    targets.add(state.published());
                }
            }
            double eaten = eatenPerTarget * state.published() + eatenMore;
            person.eat(eaten);
            if (logs) {
                log.put(today, eaten);
            }
        }
        return new Outcome(targets, firstTarget, errors / counted, worst, controller.floor());
    }
}
