package dev.trellis.programs;

import dev.trellis.assessment.ConsultationAnswers;
import dev.trellis.assessment.ConsultationAnswers.AboutYou;
import dev.trellis.assessment.ConsultationChoices;
import dev.trellis.assessment.ConsultationChoices.CardioKind;
import dev.trellis.assessment.ConsultationChoices.PregnancyState;
import dev.trellis.assessment.ConsultationChoices.WeightAim;
import dev.trellis.identity.Profile;
import dev.trellis.programs.energy.ActivityLevel;
import dev.trellis.programs.energy.Body;
import dev.trellis.programs.energy.BodyFat;
import dev.trellis.programs.energy.EquationSex;
import dev.trellis.programs.energy.HealthCondition;
import dev.trellis.programs.energy.HealthFacts;
import dev.trellis.programs.energy.WeightGoal;
import dev.trellis.programs.energy.WeightLoss;
import dev.trellis.programs.menu.Allergen;
import dev.trellis.programs.menu.DietClass;
import dev.trellis.programs.menu.Diner;
import dev.trellis.programs.training.Clearance;
import dev.trellis.programs.training.Equipment;
import dev.trellis.programs.training.Exercises;
import dev.trellis.programs.training.Injury;
import dev.trellis.programs.training.InjuryRegion;
import dev.trellis.programs.training.TrainingCondition;
import dev.trellis.programs.training.TrainingGoal;
import dev.trellis.programs.training.TrainingLevel;
import dev.trellis.programs.training.TrainingProfile;
import dev.trellis.programs.training.TrainingProfile.RunningHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a consultation as a request for a program, and keeps a note of everything that could not be taken as it was told.
 * Pure: the same answers, measures and day give the same request.
 */
final class RequestReader {
    private static final double LARGEST_LOSS_KG = 1.0;
    /** Net of rest, in kcal per kg and hour: 5 MET, between brisk walking and hard lifting [product]. */
    private static final double EXERCISE_KCAL_PER_KG_HOUR = 4.0;

    private static final int ATHLETE_MONTHS = 12;
    private static final double ATHLETE_HOURS = 5;
    /** Body fat below which somebody trained counts as lean [product]. */
    private static final double LEAN_WOMAN_PERCENT = 20;

    private static final double LEAN_PERCENT = 12;
    private static final int SUPINE_UNTIL_WEEK = 16;
    /** Days of menus before they begin again, for whom repeating is fine and for whom not [product]. */
    private static final int REPEATED_MENU_DAYS = 7;

    private static final int VARIED_MENU_DAYS = 14;

    private final ConsultationAnswers told;
    private final Measured measured;
    private final LocalDate today;
    private final List<ProgramNote> notes = new ArrayList<>();
    private final FoodWords foodWords;
    private final ExerciseNames exerciseNames;

    private RequestReader(ConsultationAnswers told, Measured measured, LocalDate today, Exercises exercises) {
        this.told = told;
        this.measured = measured;
        this.today = today;
        this.foodWords = FoodWords.of(told.food());
        this.exerciseNames = ExerciseNames.of(exercises);
    }

    /** A request, and what has to be said about it. */
    record Read(ProgramRequest request, List<ProgramNote> notes) {}

    static Read read(
            ConsultationAnswers told, Measured measured, LocalDate today, int weeks, long seed, Exercises exercises) {
        var reader = new RequestReader(told, measured, today, exercises);
        var request = reader.request(weeks, seed);
        return new Read(request, List.copyOf(reader.notes));
    }

    private ProgramRequest request(int weeks, long seed) {
        var body = body();
        var bodyFat = bodyFat();
        var schedule = told.schedule();
        double plannedHours = schedule.daysPerWeek() * schedule.minutesPerSession() / 60.0;
        double hoursNow = trainsNow() ? plannedHours : 0;
        notes.addAll(foodWords.notes());
        for (var words : told.injuries().words()) {
            notes.add(new ProgramNote(
                    "injury_not_understood",
                    "You wrote \"%s\". We plan around the regions you chose; leave out whatever hurts beyond those."
                            .formatted(words)));
        }
        return new ProgramRequest(
                new HealthFacts(
                        body, conditions(), told.health().eatingSigns().size(), measured.behaviour(), loss(body.kg())),
                bodyFat,
                ActivityLevel.valueOf(told.aboutYou().activityLevel().name()),
                goal(body),
                EXERCISE_KCAL_PER_KG_HOUR * body.kg() * plannedHours / 7,
                hoursNow,
                isLeanAthlete(body.sex(), bodyFat, hoursNow),
                training(body.years()),
                diner(),
                told.food().mealsPerDay(),
                today,
                weeks,
                told.preferences().repeatMeals() ? REPEATED_MENU_DAYS : VARIED_MENU_DAYS,
                seed);
    }

    private Body body() {
        var about = told.aboutYou();
        return new Body(kg(about), about.heightCm().doubleValue(), about.ageOn(today), sex(about.sex()));
    }

    private double kg(AboutYou about) {
        var trend = measured.trendKg();
        if (trend == null || trend < 30 || trend > 300) {
            return about.weightKg().doubleValue();
        }
        return trend;
    }

    private static EquationSex sex(Profile.Sex sex) {
        return switch (sex) {
            case FEMALE -> EquationSex.FEMALE;
            case MALE -> EquationSex.MALE;
            case OTHER -> EquationSex.UNSPECIFIED;
        };
    }

    private @Nullable BodyFat bodyFat() {
        if (measured.bodyFat() != null) {
            return measured.bodyFat();
        }
        var fat = told.aboutYou().bodyFat();
        return fat == null ? null : new BodyFat(fat.percent().doubleValue(), fat.method(), fat.measuredOn());
    }

    private Set<HealthCondition> conditions() {
        var health = told.health();
        var conditions = EnumSet.noneOf(HealthCondition.class);
        for (var condition : health.conditions()) {
            switch (condition) {
                case HEART_FAILURE -> conditions.add(HealthCondition.HEART_FAILURE);
                case INSULIN_OR_SULFONYLUREA -> conditions.add(HealthCondition.INSULIN_OR_SULFONYLUREA);
                case CHRONIC_KIDNEY_DISEASE -> conditions.add(HealthCondition.CHRONIC_KIDNEY_DISEASE);
                case ACTIVE_CANCER_TREATMENT -> conditions.add(HealthCondition.ACTIVE_CANCER_TREATMENT);
                case BARIATRIC_SURGERY_UNDER_18_MONTHS ->
                    conditions.add(HealthCondition.BARIATRIC_SURGERY_UNDER_18_MONTHS);
                case GLP1_CHANGE_UNDER_8_WEEKS -> conditions.add(HealthCondition.GLP1_CHANGE_UNDER_8_WEEKS);
                case CARDIOVASCULAR_DISEASE, HIGH_BLOOD_PRESSURE, DIABETES, SLEEP_APNOEA ->
                    conditions.add(HealthCondition.COMORBIDITY_OF_WEIGHT);
                case PELVIC_FLOOR_SYMPTOMS, UNSTEADY -> {}
            }
        }
        for (var state : health.pregnancy()) {
            switch (state) {
                case PREGNANT -> conditions.add(HealthCondition.PREGNANT);
                case TRYING_AFTER_BARIATRIC_SURGERY -> conditions.add(HealthCondition.TRYING_AFTER_BARIATRIC_SURGERY);
                case POSTPARTUM_UNDER_SIX_WEEKS -> conditions.add(HealthCondition.POSTPARTUM_UNDER_SIX_WEEKS);
                case BREASTFEEDING -> {
                    if (!health.clinicianAgrees()) {
                        conditions.add(HealthCondition.BREASTFEEDING_WITHOUT_CLINICIAN);
                    }
                }
            }
        }
        if (health.eatingDisorder()) {
            conditions.add(HealthCondition.EATING_DISORDER);
        }
        return conditions;
    }

    private WeightLoss loss(double kg) {
        var health = told.health();
        return new WeightLoss(
                List.of(),
                percentLost(health.lostKgInSixMonths(), kg),
                health.lossWasPlanned(),
                percentLost(health.unwantedLossKg(), kg));
    }

    private static double percentLost(BigDecimal lost, double kgNow) {
        return 100 * lost.doubleValue() / (kgNow + lost.doubleValue());
    }

    private WeightGoal goal(Body body) {
        var goals = told.goals();
        if (goals.weight() == WeightAim.KEEP) {
            return WeightGoal.MAINTENANCE;
        }
        boolean loss = goals.weight() == WeightAim.LOSE;
        var wanted = goals.ratePercentPerWeek();
        double rate;
        if (wanted != null) {
            rate = (loss ? -1 : 1) * wanted.doubleValue();
        } else {
            var history = told.trainingHistory();
            boolean advanced =
                    TrainingLevel.of(history.consistentMonths(), history.breakWeeks()) == TrainingLevel.ADVANCED;
            rate = WeightGoal.defaultRate(loss, advanced);
            rate = Math.max(rate, -100 * LARGEST_LOSS_KG / body.kg());
        }
        var goalKg = goals.goalWeightKg();
        return new WeightGoal(goalKg == null ? null : (Double) goalKg.doubleValue(), rate);
    }

    private boolean trainsNow() {
        var history = told.trainingHistory();
        return told.health().activeLately()
                && history.consistentMonths() >= ATHLETE_MONTHS
                && history.breakWeeks() <= 1;
    }

    private boolean isLeanAthlete(EquationSex sex, @Nullable BodyFat bodyFat, double hoursNow) {
        double lean = sex == EquationSex.FEMALE ? LEAN_WOMAN_PERCENT : LEAN_PERCENT;
        return bodyFat != null && bodyFat.isTrusted(today) && bodyFat.percent() < lean && hoursNow >= ATHLETE_HOURS;
    }

    private TrainingProfile training(int years) {
        var health = told.health();
        var history = told.trainingHistory();
        var schedule = told.schedule();
        var preferences = told.preferences();
        var favourites = new HashSet<>(matched(preferences.favouriteExercises(), exerciseNames::liked));
        preferences.cardio().stream().map(RequestReader::cardioId).forEach(favourites::add);
        var unwanted = matched(preferences.unwantedExercises(), exerciseNames::unwanted);
        favourites.removeAll(unwanted);
        return new TrainingProfile(
                TrainingGoal.valueOf(told.goals().training().name()),
                years,
                history.consistentMonths(),
                history.breakWeeks(),
                schedule.daysPerWeek(),
                schedule.minutesPerSession(),
                schedule.weekdays(),
                constants(Equipment.class, schedule.equipment()),
                injuries(),
                trainingConditions(),
                favourites,
                unwanted,
                oneRepMax(),
                running(),
                Clearance.of(
                        health.activeLately(),
                        health.hasDiseaseForClearance(),
                        !health.warningSigns().isEmpty()),
                health.clinicianAgrees(),
                true);
    }

    /** Ids for names; a name that means nothing to us is told. */
    private Set<String> matched(List<String> names, Function<String, Set<String>> ids) {
        var all = new HashSet<String>();
        for (var name : names) {
            var found = ids.apply(name);
            if (found.isEmpty()) {
                notes.add(new ProgramNote(
                        "exercise_not_known",
                        "We have no exercise called \"%s\", so it is neither planned nor counted.".formatted(name)));
            }
            all.addAll(found);
        }
        return all;
    }

    private List<Injury> injuries() {
        return told.injuries().regions().entrySet().stream()
                .map(region -> new Injury(
                        InjuryRegion.valueOf(region.getKey().name()),
                        Injury.Severity.valueOf(region.getValue().name())))
                .sorted(Comparator.comparing(Injury::region))
                .toList();
    }

    private Set<TrainingCondition> trainingConditions() {
        var health = told.health();
        var conditions = EnumSet.noneOf(TrainingCondition.class);
        if (health.conditions().contains(ConsultationChoices.HealthCondition.HIGH_BLOOD_PRESSURE)) {
            conditions.add(TrainingCondition.HIGH_BLOOD_PRESSURE);
        }
        if (health.conditions().contains(ConsultationChoices.HealthCondition.UNSTEADY)) {
            conditions.add(TrainingCondition.UNSTEADY);
        }
        if (health.conditions().contains(ConsultationChoices.HealthCondition.PELVIC_FLOOR_SYMPTOMS)) {
            conditions.add(TrainingCondition.PELVIC_FLOOR_SYMPTOMS);
        }
        if (health.pregnancy().contains(PregnancyState.PREGNANT)) {
            // A week that was not told may be a late one.
            int week = Objects.requireNonNullElse(health.pregnancyWeek(), SUPINE_UNTIL_WEEK);
            conditions.add(
                    week < SUPINE_UNTIL_WEEK ? TrainingCondition.PREGNANT : TrainingCondition.PREGNANT_FROM_WEEK_16);
        }
        if (health.pregnancy().contains(PregnancyState.POSTPARTUM_UNDER_SIX_WEEKS)) {
            // As careful as in pregnancy: the same strains are spared, and a clinician agrees first.
            conditions.add(TrainingCondition.PREGNANT);
        }
        return conditions;
    }

    private Map<String, Double> oneRepMax() {
        var known = new HashMap<String, Double>();
        told.trainingHistory().oneRepMaxKg().forEach((id, kg) -> known.put(id, kg.doubleValue()));
        return known;
    }

    private RunningHistory running() {
        var history = told.trainingHistory();
        if (history.runMinutesPerWeek() == 0) {
            return RunningHistory.NONE;
        }
        return new RunningHistory(
                history.runMinutesPerWeek(),
                history.longestRunMinutes(),
                Objects.requireNonNullElse(history.daysSinceRun(), 0));
    }

    private Diner diner() {
        var food = told.food();
        var allergens = constants(Allergen.class, food.allergens());
        allergens.addAll(foodWords.allergens());
        var disliked = new HashSet<>(food.disliked());
        disliked.addAll(foodWords.foods());
        var liked = new HashSet<>(food.liked());
        liked.removeAll(disliked);
        return new Diner(
                DietClass.valueOf(food.diet().name()),
                allergens,
                food.noPork() || foodWords.noPork(),
                disliked,
                liked,
                Set.of());
    }

    private static String cardioId(CardioKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, Set<String> wires) {
        return wires.stream()
                .map(wire -> Enum.valueOf(type, wire.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }
}
