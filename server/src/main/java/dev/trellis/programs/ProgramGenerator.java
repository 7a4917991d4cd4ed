package dev.trellis.programs;

import dev.trellis.programs.energy.CalorieTarget;
import dev.trellis.programs.energy.Expenditure;
import dev.trellis.programs.energy.MacroTargets;
import dev.trellis.programs.energy.RestingEnergy;
import dev.trellis.programs.energy.SafetyVerdict;
import dev.trellis.programs.energy.WeightGoal;
import dev.trellis.programs.menu.Foods;
import dev.trellis.programs.menu.MenuPlanner;
import dev.trellis.programs.menu.MenuTargets;
import dev.trellis.programs.menu.PortionSolver;
import dev.trellis.programs.training.Exercises;
import dev.trellis.programs.training.TrainingPlanner;
import dev.trellis.programs.training.TrainingProfile;

/** Makes a program of a consultation's answers (domain 01 to 03). The same request gives the same program. */
public final class ProgramGenerator {
    private final Foods foods;
    private final TrainingPlanner trainingPlanner;
    private final PortionSolver portions;

    /** With the exercises and foods that ship. */
    public ProgramGenerator() {
        this(Exercises.shipped(), Foods.shipped(), new PortionSolver());
    }

    /** With others, and another effort for portions. */
    public ProgramGenerator(Exercises exercises, Foods foods, PortionSolver portions) {
        this.foods = foods;
        this.trainingPlanner = new TrainingPlanner(exercises);
        this.portions = portions;
    }

    /** Training and nutrition, or of each the reason why not. */
    public Program generate(ProgramRequest request) {
        var verdict = SafetyVerdict.of(request.health());
        var profile = verdict.trainingIncrease() ? request.training() : withoutIncrease(request.training());
        return new Program(trainingPlanner.plan(profile, request.weeks()), nutrition(request, verdict));
    }

    private NutritionPlan nutrition(ProgramRequest request, SafetyVerdict verdict) {
        if (!verdict.targets()) {
            return new NutritionPlan.Withheld(verdict.stops());
        }
        var body = request.health().body();
        boolean softened = request.goal().isLoss() && !verdict.deficit();
        var goal = softened ? WeightGoal.MAINTENANCE : request.goal();
        var refusal = goal.refusal(body);
        if (refusal.isPresent()) {
            return new NutritionPlan.GoalRefused(refusal.get());
        }
        var resting = RestingEnergy.of(
                body,
                request.bodyFat(),
                request.trainingHours(),
                request.training().consistentMonths(),
                request.today());
        var expenditure = Expenditure.start(resting.kcal(), request.activity());
        var fat = request.bodyFat();
        var fatFree = fat != null && fat.isTrusted(request.today()) ? (Double) fat.fatFreeMass(body.kg()) : null;
        var calories =
                CalorieTarget.of(body, expenditure.kcal(), goal.percentPerWeek(), fatFree, request.exerciseKcal());
        double proteinRate = request.proteinNeed(goal.isLoss()).gramsPerKg();
        return switch (MacroTargets.of(calories.target(), body, proteinRate)) {
            case MacroTargets.TooFewCalories(var kcal, var needed) -> new NutritionPlan.TooFewCalories(kcal, needed);
            case MacroTargets.Macros macros ->
                new NutritionPlan.Planned(
                        resting,
                        expenditure,
                        goal,
                        softened,
                        calories,
                        macros,
                        calories.needsConfirmation(resting.kcal()),
                        verdict.foodNumbers(),
                        verdict.stops(),
                        MenuPlanner.plan(
                                foods,
                                request.diner(),
                                MenuTargets.of(calories, macros, request.meals()),
                                request.menuDays(),
                                portions,
                                request.seed()));
        };
    }

    private static TrainingProfile withoutIncrease(TrainingProfile profile) {
        return new TrainingProfile(
                profile.goal(),
                profile.years(),
                profile.consistentMonths(),
                profile.breakWeeks(),
                profile.daysPerWeek(),
                profile.minutes(),
                profile.days(),
                profile.equipment(),
                profile.injuries(),
                profile.conditions(),
                profile.favourites(),
                profile.unwanted(),
                profile.oneRepMax(),
                profile.running(),
                profile.clearance(),
                profile.clinicianAgrees(),
                false);
    }
}
