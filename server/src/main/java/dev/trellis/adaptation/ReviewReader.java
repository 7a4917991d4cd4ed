package dev.trellis.adaptation;

import dev.trellis.adaptation.daily.LoggedDay;
import dev.trellis.adaptation.daily.ReadinessHistory;
import dev.trellis.adaptation.matching.AdherenceStatus;
import dev.trellis.adaptation.matching.PeriodAdherence;
import dev.trellis.adaptation.reassessment.CalorieController;
import dev.trellis.adaptation.reassessment.CalorieReview;
import dev.trellis.adaptation.reassessment.CalorieState;
import dev.trellis.adaptation.reassessment.Gains;
import dev.trellis.adaptation.reassessment.Milestones;
import dev.trellis.adaptation.reassessment.StrengthTrend;
import dev.trellis.adaptation.reassessment.VolumeController.Signs;
import dev.trellis.adaptation.reassessment.VolumeState;
import dev.trellis.adaptation.reassessment.WeekVolume;
import dev.trellis.adaptation.reassessment.WeightReview;
import dev.trellis.identity.Profiles;
import dev.trellis.nutrition.FoodEntries;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.energy.Body;
import dev.trellis.programs.energy.Expenditure;
import dev.trellis.programs.energy.FoodBehaviour;
import dev.trellis.programs.energy.HealthFacts;
import dev.trellis.programs.energy.RestingEnergy;
import dev.trellis.programs.energy.SafetyVerdict;
import dev.trellis.programs.energy.Weighing;
import dev.trellis.programs.energy.WeightGoal;
import dev.trellis.programs.energy.WeightLoss;
import dev.trellis.programs.energy.WeightSlope;
import dev.trellis.programs.energy.WeightTrend;
import dev.trellis.programs.training.OneRepMax;
import dev.trellis.safety.SafetyHolds;
import dev.trellis.tracking.Activities;
import dev.trellis.tracking.Activity;
import dev.trellis.tracking.Measurements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads everything a review is decided from (domain 06.2, 06.3). */
@ApplicationScoped
class ReviewReader {
    private static final int WINDOW = 28;
    private static final int FORTNIGHT = 14;
    private static final int SETTLING = 7;
    private static final int HISTORY = 200;
    private static final int WEIGHINGS_NEEDED = 14;
    private static final int DAYS_NEEDED = 10;
    private static final int LOW_KCAL = 800;
    private static final int MANY_WEIGHINGS = 3;
    private static final int PAINFUL = 4;
    private static final double PERCENT = 100;
    private static final double LOGGED_TO_LEARN = 0.70;

    private final Measurements measurements;
    private final FoodEntries food;
    private final ContextReader context;
    private final Activities activities;
    private final DoneStore done;
    private final EnergyInForce energy;
    private final PlanRewriting rewriting;
    private final Calendar calendar;
    private final SafetyHolds holds;
    private final Profiles profiles;

    ReviewReader(
            Measurements measurements,
            FoodEntries food,
            ContextReader context,
            Activities activities,
            DoneStore done,
            EnergyInForce energy,
            PlanRewriting rewriting,
            Calendar calendar,
            SafetyHolds holds,
            Profiles profiles) {
        this.measurements = measurements;
        this.food = food;
        this.context = context;
        this.activities = activities;
        this.done = done;
        this.energy = energy;
        this.rewriting = rewriting;
        this.calendar = calendar;
        this.holds = holds;
        this.profiles = profiles;
    }

    /** What the calorie loop reads; only of a program with targets. */
    CalorieInputs calories(
            Handle tx,
            UUID userId,
            RunningProgram program,
            List<ControllerStateStore.CalorieReviewed> past,
            LocalDate today) {
        var eating = Objects.requireNonNull(program.eating());
        var weighings = weighings(tx, userId, today);
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
        var verdict = SafetyVerdict.of(health(program, past, weights, kg, window, intake, today));
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
        return gated(inputs);
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

    private static CalorieInputs gated(CalorieInputs inputs) {
        var gate = switch (inputs.review()) {
            case CalorieReview.Reviewed ignored -> null;
            case CalorieReview.Unchanged(var reason) -> Words.of(reason);
            case CalorieReview.ToMaintenance(var reason) -> Words.of(reason);
        };
        return new CalorieInputs(
                inputs.today(),
                inputs.programStart(),
                inputs.weighings(),
                inputs.intake(),
                inputs.unusual(),
                inputs.before(),
                inputs.setPoint(),
                inputs.floor(),
                inputs.ceiling(),
                inputs.gains(),
                inputs.verdict(),
                inputs.readiness(),
                inputs.safetyHold(),
                inputs.cycleUncovered(),
                inputs.expenditure(),
                gate,
                inputs.slope(),
                inputs.logged(),
                inputs.atGoal(),
                null);
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

    private List<Weighing> weighings(Handle tx, UUID userId, LocalDate today) {
        return measurements.weights(tx, userId, today.minusDays(HISTORY), today).stream()
                .map(one -> new Weighing(one.day(), one.kg()))
                .toList();
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

    private static HealthFacts health(
            RunningProgram program,
            List<ControllerStateStore.CalorieReviewed> past,
            WeightReview weights,
            double kg,
            List<Weighing> window,
            Map<LocalDate, Double> intake,
            LocalDate today) {
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
                behaviour(
                        told.behaviour(),
                        window,
                        intake,
                        slope.map(its -> PERCENT * its / kg).orElse(0.0),
                        today),
                loss);
    }

    private static FoodBehaviour behaviour(
            FoodBehaviour told,
            List<Weighing> window,
            Map<LocalDate, Double> intake,
            double percentPerWeek,
            LocalDate today) {
        var from = today.minusDays(FORTNIGHT - 1);
        var perDay = new HashMap<LocalDate, Integer>();
        within(window, from).forEach(one -> perDay.merge(one.day(), 1, Integer::sum));
        int low = (int) intake.entrySet().stream()
                .filter(day -> !day.getKey().isBefore(from) && day.getKey().isBefore(today))
                .filter(day -> day.getValue() < LOW_KCAL)
                .count();
        return new FoodBehaviour(
                low,
                told.asksBelowFloor(),
                told.compensates(),
                perDay.values().stream().mapToInt(Integer::intValue).max().orElse(0),
                (int) perDay.values().stream()
                        .filter(times -> times > MANY_WEIGHINGS)
                        .count(),
                percentPerWeek);
    }

    /** A window shorter than a cycle would take its water for fat. */
    private boolean cycleUncovered(Handle tx, UUID userId, RunningProgram program, LocalDate today) {
        boolean tracks = Boolean.TRUE.equals(profiles.of(tx, userId).cycleTracking());
        long days = ChronoUnit.DAYS.between(program.startDate().plusDays(SETTLING), today) + 1;
        return tracks && days < WINDOW;
    }

    /** What the volume loop reads; only of a program with training. */
    VolumeInputs volume(
            Handle tx,
            UUID userId,
            RunningProgram program,
            List<ControllerStateStore.VolumeReviewed> past,
            LocalDate today,
            boolean mayIncrease) {
        var volume = Objects.requireNonNull(program.volume());
        var from = today.minusDays(FORTNIGHT);
        var items = done.strength(tx, userId, program.id(), from, today.minusDays(1));
        var adherence = PeriodAdherence.of(items);
        var week = week(tx, userId, today);
        var entries = rewriting.entries(program, week);
        int muscles = WeekVolume.byMuscle(entries).size();
        double now = WeekVolume.budget(entries);
        var before = past.isEmpty() ? VolumeState.start(now) : past.getLast().effective();
        boolean hold = holds.current(tx, userId).isPresent();
        var gate = hold ? "safety_hold" : now == 0 ? "no_strength" : adherence.isEmpty() ? "adherence_unknown" : null;
        return new VolumeInputs(
                today,
                before,
                Math.min(before.budget(), (double) volume.range().least() * muscles),
                Math.max(before.budget(), (double) volume.range().most() * muscles),
                gate == null ? (Double) adherence.getAsDouble() : null,
                (int) items.stream()
                        .filter(item -> item.status() != AdherenceStatus.UNKNOWN)
                        .count(),
                items.size(),
                signs(tx, userId, today),
                mayIncrease,
                hold,
                gate,
                null);
    }

    /** The strength sessions of the next seven days, or of the seven before where those are none or light. */
    private List<CalendarEvent> week(Handle tx, UUID userId, LocalDate today) {
        var ahead = strength(calendar.between(tx, userId, today, today.plusDays(SETTLING - 1)));
        return ahead.isEmpty()
                ? strength(calendar.between(tx, userId, today.minusDays(SETTLING), today.minusDays(1)))
                : ahead;
    }

    private static List<CalendarEvent> strength(List<CalendarEvent> events) {
        return events.stream()
                .filter(event -> event.kind() == CalendarEvent.Kind.SESSION
                        && event.status() == CalendarEvent.Status.PLANNED
                        && !event.session().light()
                        && !event.session().exercises().isEmpty())
                .toList();
    }

    private Signs signs(Handle tx, UUID userId, LocalDate today) {
        var from = today.minusDays(FORTNIGHT - 1);
        var history = context.history(tx, userId, today);
        boolean pain = history.between(from, today).stream()
                .anyMatch(day -> day.context().pain().values().stream().anyMatch(level -> level >= PAINFUL));
        var readiness = history.mean(from, today);
        var strength =
                StrengthTrend.percentPerWeek(bests(activities.between(tx, userId, today.minusDays(WINDOW - 1), today)));
        return new Signs(
                pain,
                readiness.isPresent() ? readiness.getAsDouble() : null,
                strength.isPresent() ? strength.getAsDouble() : null);
    }

    private static List<StrengthTrend.Best> bests(Collection<Activity> lifted) {
        var bests = new ArrayList<StrengthTrend.Best>();
        for (var activity : lifted) {
            if (activity.exercises() == null) {
                continue;
            }
            for (var exercise : activity.exercises()) {
                for (var set : exercise.sets()) {
                    if (set.reps() == null || set.loadKg() == null || set.rir() == null) {
                        continue;
                    }
                    OneRepMax.of(set.loadKg().doubleValue(), set.reps(), set.rir())
                            .ifPresent(
                                    kg -> bests.add(new StrengthTrend.Best(activity.day(), exercise.exerciseId(), kg)));
                }
            }
        }
        return bests;
    }
}
