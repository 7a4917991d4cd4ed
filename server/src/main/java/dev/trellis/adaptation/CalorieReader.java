package dev.trellis.adaptation;

import dev.trellis.adaptation.daily.LoggedDay;
import dev.trellis.adaptation.daily.ReadinessHistory;
import dev.trellis.adaptation.reassessment.CalorieController;
import dev.trellis.adaptation.reassessment.CalorieState;
import dev.trellis.adaptation.reassessment.Gains;
import dev.trellis.adaptation.reassessment.Milestones;
import dev.trellis.adaptation.reassessment.WeightReview;
import dev.trellis.identity.Profiles;
import dev.trellis.nutrition.FoodEntries;
import dev.trellis.programs.energy.Expenditure;
import dev.trellis.programs.energy.RestingEnergy;
import dev.trellis.programs.energy.SafetyVerdict;
import dev.trellis.programs.energy.WeightGoal;
import dev.trellis.programs.energy.WeightSlope;
import dev.trellis.safety.SafetyHolds;
import dev.trellis.tracking.Measurements;
import dev.trellis.tracking.Weighing;
import dev.trellis.tracking.WeightTrend;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads everything a review of calories is decided from (domain 06.2). */
@ApplicationScoped
class CalorieReader {
    private static final int WINDOW = 28;
    private static final int FORTNIGHT = 14;
    private static final int SETTLING = 7;
    private static final int HISTORY = 200;
    private static final int WEIGHINGS_NEEDED = 14;
    private static final int DAYS_NEEDED = 10;
    private static final double LOGGED_TO_LEARN = 0.70;

    private final Measurements measurements;
    private final FoodEntries food;
    private final ContextReader context;
    private final EnergyInForce energy;
    private final SafetyHolds holds;
    private final Profiles profiles;

    CalorieReader(
            Measurements measurements,
            FoodEntries food,
            ContextReader context,
            EnergyInForce energy,
            SafetyHolds holds,
            Profiles profiles) {
        this.measurements = measurements;
        this.food = food;
        this.context = context;
        this.energy = energy;
        this.holds = holds;
        this.profiles = profiles;
    }

    /** What the calorie loop reads; only of a program with targets. */
    CalorieInputs read(
            Handle tx,
            UUID userId,
            RunningProgram program,
            List<ControllerStateStore.CalorieReviewed> past,
            LocalDate today) {
        var eating = Objects.requireNonNull(program.eating());
        var weighings = measurements.weights(tx, userId, today.minusDays(HISTORY), today);
        var intake = new TreeMap<LocalDate, Double>();
        food.intake(tx, userId, today.minusDays(WINDOW - 1), today)
                .forEach(day -> intake.put(day.day(), (double) day.calories()));
        var history = context.history(tx, userId, today);
        var window = within(weighings, today.minusDays(WINDOW - 1));
        var weights = withoutUnusual(program, today, window, intake, history);
        var trend = WeightTrend.of(weighings);
        double kg = trend.isEmpty()
                ? program.request().health().body().kg()
                : trend.getLast().kg();
        var before = before(past, energy.lastingTarget(tx, userId, program, today.plusDays(1)));
        var learnt = learnt(program, past, weights);
        var verdict = SafetyVerdict.of(MeasuredHealth.of(program, past, weights, kg));
        boolean atGoal = (!past.isEmpty() && past.getLast().inputs().atGoal()) || isAtGoal(eating.goal(), trend, today);
        double setPoint =
                atGoal ? 0 : eating.goal().kgPerWeek(kg, eating.expenditure().kcal());
        int floor = energy.floor(tx, userId, program, today);
        var readiness = history.mean(today.minusDays(FORTNIGHT - 1), today);
        var slope = weights.slope();
        var inputs = new CalorieInputs(
                today,
                program.startDate(),
                weights.weighings(),
                weights.intake(),
                weights.unusual(),
                before,
                setPoint,
                floor,
                CalorieController.ceiling(eating.expenditure().kcal(), floor),
                Gains.SHIPPED,
                verdict,
                readiness.isPresent() ? readiness.getAsDouble() : null,
                holds.current(tx, userId).isPresent(),
                cycleUncovered(tx, userId, program, today),
                learnt,
                null,
                slope.map(WeightSlope::kgPerWeek).orElse(null),
                weights.logged(),
                atGoal,
                null);
        return inputs.gated();
    }

    /** What is really in force counts, however it came to be: a change may have been undone long after its review. */
    private static CalorieState before(List<ControllerStateStore.CalorieReviewed> past, int target) {
        if (past.isEmpty()) {
            return CalorieState.start(target);
        }
        var last = past.getLast().effective();
        return last.published() == target
                ? last
                : new CalorieState(target, target, last.lastSlope(), last.slopeBefore(), last.lastMeanKg());
    }

    /** Days called unusual are left out as long as enough weighings remain. */
    private static WeightReview withoutUnusual(
            RunningProgram program,
            LocalDate today,
            List<Weighing> window,
            Map<LocalDate, Double> intake,
            ReadinessHistory history) {
        var unusual = history.between(today.minusDays(WINDOW - 1), today).stream()
                .filter(LoggedDay::unusual)
                .map(LoggedDay::day)
                .collect(Collectors.toSet());
        var first = program.startDate().plusDays(SETTLING);
        var left = window.stream()
                .map(Weighing::day)
                .filter(day -> !day.isBefore(first) && !unusual.contains(day))
                .toList();
        boolean enough = left.size() >= WEIGHINGS_NEEDED && new HashSet<>(left).size() >= DAYS_NEEDED;
        return new WeightReview(today, program.startDate(), window, intake, enough ? unusual : Set.of());
    }

    private static List<Weighing> within(List<Weighing> weighings, LocalDate from) {
        return weighings.stream().filter(one -> !one.day().isBefore(from)).toList();
    }

    private static boolean isAtGoal(WeightGoal goal, List<WeightTrend> trend, LocalDate today) {
        return goal.goalKg() != null && Milestones.isAtGoal(trend, goal.goalKg(), today);
    }

    /** What the person spends, learnt from one more window when it is good enough (domain 01.4). */
    private static Expenditure learnt(
            RunningProgram program, List<ControllerStateStore.CalorieReviewed> past, WeightReview weights) {
        var eating = Objects.requireNonNull(program.eating());
        var before =
                past.isEmpty() ? eating.expenditure() : past.getLast().inputs().expenditure();
        var slope = weights.slope();
        var mean = weights.intake().values().stream()
                .mapToDouble(Double::doubleValue)
                .average();
        boolean good = slope.isPresent()
                && mean.isPresent()
                && weights.logged() >= LOGGED_TO_LEARN
                && ChronoUnit.DAYS.between(weights.programStart(), weights.today()) >= WINDOW;
        if (!good) {
            return before;
        }
        var request = program.request();
        var resting = RestingEnergy.of(
                request.health().body(),
                request.bodyFat(),
                request.trainingHours(),
                request.training().consistentMonths(),
                weights.today());
        return before.learning(
                        Expenditure.observed(mean.getAsDouble(), slope.get().kgPerDay()),
                        Expenditure.observationVariance(slope.get().standardError()))
                .within(resting.kcal());
    }

    /** A window shorter than a cycle would take its water for fat. */
    private boolean cycleUncovered(Handle tx, UUID userId, RunningProgram program, LocalDate today) {
        boolean tracks = Boolean.TRUE.equals(profiles.of(tx, userId).cycleTracking());
        long days = ChronoUnit.DAYS.between(program.startDate().plusDays(SETTLING), today) + 1;
        return tracks && days < WINDOW;
    }
}
