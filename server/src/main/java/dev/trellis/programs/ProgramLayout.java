package dev.trellis.programs;

import dev.trellis.programs.CalendarDetail.ExerciseDetail;
import dev.trellis.programs.CalendarDetail.MealDetail;
import dev.trellis.programs.CalendarDetail.MealItem;
import dev.trellis.programs.CalendarDetail.SessionDetail;
import dev.trellis.programs.NutritionOverview.MenuDay;
import dev.trellis.programs.NutritionOverview.Targets;
import dev.trellis.programs.menu.DayMenu;
import dev.trellis.programs.menu.Meal;
import dev.trellis.programs.menu.Nutrients;
import dev.trellis.programs.menu.Portion;
import dev.trellis.programs.training.Exercises;
import dev.trellis.programs.training.PlannedExercise;
import dev.trellis.programs.training.PlannedSession;
import dev.trellis.programs.training.TrainingPlan;
import dev.trellis.programs.training.TrainingWeek;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Puts a program on days. Its weeks have seven days from the start on, whichever day of the week that is; a session of a
 * Tuesday is on the Tuesday of its week, and the days of menus follow one another and begin again.
 */
final class ProgramLayout {
    private final ProgramInputs inputs;
    private final Exercises exercises;

    private ProgramLayout(ProgramInputs inputs, Exercises exercises) {
        this.inputs = inputs;
        this.exercises = exercises;
    }

    static ProgramBundle of(Program program, ProgramInputs inputs, Exercises exercises) {
        var layout = new ProgramLayout(inputs, exercises);
        return new ProgramBundle(
                inputs,
                layout.training(program.training()),
                nutrition(program.nutrition()),
                layout.sessions(program.training()),
                layout.meals(program.nutrition()));
    }

    private TrainingOverview training(TrainingPlan plan) {
        return switch (plan) {
            case TrainingPlan.Refused(var reason) ->
                new TrainingOverview(reason, null, null, List.of(), List.of(ProgramWords.refused(reason)));
            case TrainingPlan.Planned(var level, var range, var weeks, var notes) ->
                new TrainingOverview(
                        null,
                        level,
                        range,
                        weeks.stream().map(this::week).toList(),
                        notes.stream().map(ProgramWords::note).toList());
        };
    }

    private TrainingOverview.Week week(TrainingWeek week) {
        return new TrainingOverview.Week(
                week.number(),
                firstDay(week.number()),
                week.light(),
                week.sessions().size(),
                week.sessions().stream().mapToInt(PlannedSession::minutes).sum(),
                week.sets().byMuscle(),
                week.aerobic(),
                week.notes().stream().map(ProgramWords::note).toList());
    }

    private static NutritionOverview nutrition(NutritionPlan plan) {
        return switch (plan) {
            case NutritionPlan.Planned planned -> nutrition(planned);
            case NutritionPlan.Withheld(var stops) ->
                new NutritionOverview(null, false, stops, List.of(), ProgramWords.withheld(stops));
            case NutritionPlan.GoalRefused(var reason) ->
                new NutritionOverview(null, false, Set.of(), List.of(), List.of(ProgramWords.refused(reason)));
            case NutritionPlan.TooFewCalories(var kcal, var needed) ->
                new NutritionOverview(
                        null, true, Set.of(), List.of(), List.of(ProgramWords.tooFewCalories(kcal, needed)));
        };
    }

    private static NutritionOverview nutrition(NutritionPlan.Planned planned) {
        var menus = new ArrayList<MenuDay>();
        for (var day : planned.menus().days()) {
            menus.add(new MenuDay(
                    menus.size() + 1, rounded(day.totals()), day.quality(), day.deviations(), day.relaxed()));
        }
        return new NutritionOverview(
                new Targets(
                        planned.resting(),
                        planned.expenditure(),
                        planned.goal(),
                        planned.calories(),
                        planned.macros(),
                        planned.softened(),
                        planned.belowResting()),
                planned.showNumbers(),
                planned.stops(),
                menus,
                ProgramWords.notes(planned));
    }

    private List<ProgramBundle.Session> sessions(TrainingPlan plan) {
        if (!(plan instanceof TrainingPlan.Planned planned)) {
            return List.of();
        }
        var sessions = new ArrayList<ProgramBundle.Session>();
        for (var week : planned.weeks()) {
            week.sessions().stream()
                    .map(session -> session(week, session))
                    .sorted(Comparator.comparing(ProgramBundle.Session::date))
                    .forEach(sessions::add);
        }
        return sessions;
    }

    private ProgramBundle.Session session(TrainingWeek week, PlannedSession session) {
        var cardio = session.cardio();
        var detail = new SessionDetail(
                session.kind(),
                week.number(),
                week.light(),
                session.hard(),
                session.minutes(),
                session.exercises().stream().map(this::exercise).toList(),
                cardio,
                null);
        var mode = cardio == null ? null : exercises.get(cardio.exerciseId()).name();
        return new ProgramBundle.Session(
                day(week.number(), session.day()),
                inputs.sessionTime(),
                ProgramWords.title(session.kind(), mode),
                detail);
    }

    private ExerciseDetail exercise(PlannedExercise planned) {
        return new ExerciseDetail(
                planned.exerciseId(),
                exercises.get(planned.exerciseId()).name(),
                planned.slot(),
                planned.sets(),
                planned.repMin(),
                planned.repMax(),
                planned.timed(),
                planned.inReserve(),
                planned.restSeconds(),
                planned.percentLow(),
                planned.percentHigh(),
                planned.loadKg());
    }

    private List<ProgramBundle.Meal> meals(NutritionPlan plan) {
        if (!(plan instanceof NutritionPlan.Planned planned)) {
            return List.of();
        }
        var days = planned.menus().days().stream().map(this::mealsOfDay).toList();
        var meals = new ArrayList<ProgramBundle.Meal>();
        for (var day = inputs.startDate(); day.isBefore(inputs.endDate()); day = day.plusDays(1)) {
            var date = day;
            var menu = days.get((int) (date.toEpochDay() - inputs.startDate().toEpochDay()) % days.size());
            menu.stream()
                    .map(meal -> new ProgramBundle.Meal(
                            date, inputs.mealTimes().of(meal.meal()), ProgramWords.title(meal.meal()), meal))
                    .forEach(meals::add);
        }
        return meals;
    }

    private List<MealDetail> mealsOfDay(DayMenu menu) {
        return Meal.ofDay(inputs.request().meals()).stream()
                .map(meal -> meal(
                        meal,
                        menu.portions().stream()
                                .filter(portion -> portion.meal() == meal)
                                .toList()))
                .filter(meal -> !meal.items().isEmpty())
                .toList();
    }

    private static MealDetail meal(Meal meal, List<Portion> portions) {
        var total = rounded(portions.stream().map(Portion::nutrients).reduce(Nutrients.NONE, Nutrients::plus));
        var items = portions.stream()
                .map(portion -> new MealItem(
                        portion.food().id(),
                        portion.food().name(),
                        portion.grams(),
                        tenth(portion.nutrients().kcal())))
                .toList();
        return new MealDetail(
                meal, total.kcal(), total.protein(), total.carbohydrate(), total.fat(), total.fibre(), items, null);
    }

    private LocalDate firstDay(int week) {
        return inputs.startDate().plusWeeks(week - 1);
    }

    private LocalDate day(int week, DayOfWeek day) {
        var first = firstDay(week);
        return first.plusDays(
                Math.floorMod(day.getValue() - first.getDayOfWeek().getValue(), 7));
    }

    private static Nutrients rounded(Nutrients exact) {
        return new Nutrients(
                tenth(exact.kcal()),
                tenth(exact.protein()),
                tenth(exact.carbohydrate()),
                tenth(exact.fat()),
                tenth(exact.fibre()));
    }

    private static double tenth(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).doubleValue();
    }
}
