package dev.trellis.assessment;

import dev.trellis.assessment.ConsultationChoices.ActivityLevel;
import dev.trellis.assessment.ConsultationChoices.BodyRegion;
import dev.trellis.assessment.ConsultationChoices.CardioKind;
import dev.trellis.assessment.ConsultationChoices.Diet;
import dev.trellis.assessment.ConsultationChoices.EatingSign;
import dev.trellis.assessment.ConsultationChoices.HealthCondition;
import dev.trellis.assessment.ConsultationChoices.InjurySeverity;
import dev.trellis.assessment.ConsultationChoices.PregnancyState;
import dev.trellis.assessment.ConsultationChoices.TrainingAim;
import dev.trellis.assessment.ConsultationChoices.WarningSign;
import dev.trellis.assessment.ConsultationChoices.WeightAim;
import dev.trellis.assessment.form.Field;
import dev.trellis.assessment.form.FieldKind;
import dev.trellis.assessment.form.Option;
import dev.trellis.nutrition.Food;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The questions of each section. Their bounds are those of the rules that the answers go into (domain 01 to 03), so that
 * whatever is accepted can be calculated with.
 *
 * @param today the person's own day
 * @param foods what can be liked and disliked
 */
record ConsultationFields(LocalDate today, List<Food> foods) {
    static final String WEIGHT = "weight_kg";
    static final String ACTIVITY = "activity_level";
    static final String BODY_FAT = "body_fat_percent";
    static final String BODY_FAT_METHOD = "body_fat_method";
    static final String BODY_FAT_DAY = "body_fat_measured_on";
    static final String ACTIVE_LATELY = "active_lately";
    static final String CONDITIONS = "health_conditions";
    static final String WARNING_SIGNS = "warning_signs";
    static final String PREGNANCY = "pregnancy_state";
    static final String PREGNANCY_WEEK = "pregnancy_week";
    static final String CLINICIAN_AGREES = "clinician_agrees";
    static final String EATING_DISORDER = "eating_disorder";
    static final String EATING_SIGNS = "eating_signs";
    static final String LOST = "lost_kg_in_six_months";
    static final String LOSS_PLANNED = "loss_was_planned";
    static final String UNWANTED_LOSS = "unwanted_loss_kg";
    static final String HEALTH_WORDS = "health_notes";
    static final String TRAINING_AIM = "training_aim";
    static final String WEIGHT_AIM = "weight_aim";
    static final String GOAL_WEIGHT = "goal_weight_kg";
    static final String RATE = "rate_percent_per_week";
    static final String GOAL_WORDS = "goal_notes";
    static final String CONSISTENT_MONTHS = "consistent_months";
    static final String BREAK_WEEKS = "break_weeks";
    static final String RUN_MINUTES = "run_minutes_per_week";
    static final String LONGEST_RUN = "longest_run_minutes";
    static final String DAYS_SINCE_RUN = "days_since_last_run";
    static final String ONE_REP_MAX = "one_rep_max_kg_";
    static final List<String> LIFTS = List.of("back_squat", "deadlift", "bench_press", "overhead_press", "barbell_row");
    static final String DAYS_PER_WEEK = "days_per_week";
    static final String MINUTES = "minutes_per_session";
    static final String WEEKDAYS = "weekdays";
    static final String SESSION_TIME = "session_time";
    static final String INJURY = "injury_";
    static final String DIET = "diet";
    static final String NO_PORK = "no_pork";
    static final String LIKED_FOODS = "liked_foods";
    static final String DISLIKED_FOODS = "disliked_foods";
    static final String MEALS = "meals_per_day";
    static final String SLEEP_HOURS = "sleep_hours";
    static final String SLEEP_QUALITY = "sleep_quality";
    static final String STRESS = "stress";
    static final String BED_TIME = "bed_time";
    static final String WAKE_TIME = "wake_time";
    static final String SHIFT_WORK = "shift_work";
    static final String RESTING_HEART_RATE = "resting_heart_rate";
    static final String CARDIO = "cardio";
    static final String FAVOURITES = "favourite_exercises";
    static final String UNWANTED = "unwanted_exercises";
    static final String REPEAT_MEALS = "repeat_meals";
    static final String AUTO_ADJUST = "auto_adjust";
    static final String LAST_WORDS = "anything_else";

    private static final String TICK = "Tick all that fit.";
    private static final int OLDEST = 120;
    private static final String ANY_TIME = "00:00";
    private static final String END_OF_DAY = "23:59";

    List<Field> of(ConsultationSection section) {
        return switch (section) {
            case ABOUT_YOU -> aboutYou();
            case HEALTH -> health();
            case GOALS -> goals();
            case TRAINING_HISTORY -> trainingHistory();
            case EQUIPMENT_AND_SCHEDULE -> schedule();
            case INJURIES -> injuries();
            case FOOD -> food();
            case SLEEP_AND_STRESS -> sleepAndStress();
            case PREFERENCES -> preferences();
        };
    }

    private List<Field> aboutYou() {
        return List.of(
                Field.between(
                                FieldKind.DATE,
                                OnboardingFields.BIRTH_DATE,
                                "When were you born?",
                                "Formulas know your age; under 18 we set no targets.",
                                today.minusYears(OLDEST).toString(),
                                today.toString())
                        .asRequired(),
                Field.choice(
                                OnboardingFields.SEX,
                                "Which sex should formulas use?",
                                "They know two. With other, we take the mean of both.",
                                List.of(
                                        new Option("female", "Female"),
                                        new Option("male", "Male"),
                                        new Option("other", "Other, or I would rather not say")))
                        .asRequired(),
                Field.number(OnboardingFields.HEIGHT, "How tall are you?", "In centimetres.", 120, 230, 1)
                        .asRequired(),
                Field.number(WEIGHT, "What do you weigh?", "In kilograms, best in the morning.", 30, 300, 1)
                        .asRequired(),
                Field.choice(
                                ACTIVITY,
                                "What are your days like?",
                                "The whole day counts: work, errands, exercise.",
                                Option.each(ActivityLevel.values()))
                        .asRequired(),
                Field.number(BODY_FAT, "Body fat, if it was measured", "In percent. Leave it out if not.", 2, 70, 1),
                Field.choice(
                        BODY_FAT_METHOD,
                        "How was it measured?",
                        "Scales and photographs are too rough to calculate with.",
                        List.of(
                                new Option("dxa", "DXA scan"),
                                new Option("air_displacement", "Air displacement (BodPod)"),
                                new Option("hydrostatic", "Weighing under water"),
                                new Option("skinfold_by_trained_person", "Skinfolds, by somebody trained"),
                                new Option("smart_scale", "A scale"),
                                new Option("photo", "A photograph"),
                                new Option("guess", "A guess"))),
                Field.between(
                        FieldKind.DATE,
                        BODY_FAT_DAY,
                        "When was it measured?",
                        "After three months it no longer counts.",
                        today.minusYears(10).toString(),
                        today.toString()));
    }

    private static List<Field> health() {
        return List.of(
                Field.of(
                                FieldKind.YES_NO,
                                ACTIVE_LATELY,
                                "Have you been active lately?",
                                "At least 30 minutes of moderate effort on three days a week, for three months.")
                        .asRequired(),
                Field.choices(
                                CONDITIONS,
                                "Do you live with any of these?",
                                TICK,
                                Option.noneOr("None of these", HealthCondition.values()))
                        .asRequired(),
                Field.choices(
                                WARNING_SIGNS,
                                "Do you know any of these from the last months?",
                                "If you have one of them right now, do not wait: call the emergency number.",
                                Option.noneOr("None of these", WarningSign.values()))
                        .asRequired(),
                Field.choices(PREGNANCY, "Does any of these fit?", TICK, Option.noneOr("No", PregnancyState.values()))
                        .asRequired(),
                Field.number(PREGNANCY_WEEK, "Which week of pregnancy?", "Only if you are pregnant.", 1, 42, 0),
                Field.of(
                        FieldKind.YES_NO,
                        CLINICIAN_AGREES,
                        "Has a doctor or midwife agreed to training?",
                        "Matters in pregnancy, after a birth and while breastfeeding."),
                Field.of(
                                FieldKind.YES_NO,
                                EATING_DISORDER,
                                "Have you had an eating disorder, now or ever?",
                                "Then we show no calories and no weights, and ask nobody to eat less.")
                        .asRequired(),
                Field.choices(
                                EATING_SIGNS,
                                "Does any of these fit you?",
                                "They are common. Two or more are a reason for us to be careful with numbers.",
                                Option.noneOr("None of these", EatingSign.values()))
                        .asRequired(),
                Field.number(LOST, "How much have you lost in six months?", "In kilograms; 0 if nothing.", 0, 150, 1),
                Field.of(FieldKind.YES_NO, LOSS_PLANNED, "Was that the plan?", "A diet or a program you followed."),
                Field.number(
                        UNWANTED_LOSS,
                        "How much have you lost in a year without wanting to?",
                        "In kilograms; 0 if nothing.",
                        0,
                        150,
                        1),
                Field.text(HEALTH_WORDS, "Anything else about your health?", "In your own words.", 2000));
    }

    private static List<Field> goals() {
        return List.of(
                Field.choice(
                                TRAINING_AIM,
                                "What do you train for?",
                                "The one that matters most now.",
                                Option.each(TrainingAim.values()))
                        .asRequired(),
                Field.choice(
                                WEIGHT_AIM,
                                "And your weight?",
                                "Keeping it is a fine aim.",
                                Option.each(WeightAim.values()))
                        .asRequired(),
                Field.number(GOAL_WEIGHT, "Which weight would you like?", "In kilograms, if you have one.", 30, 300, 1),
                Field.number(
                        RATE,
                        "How fast?",
                        "In percent of your weight a week: 0.25 to 1 to lose, 0.1 to 0.5 to gain. Leave it to us if unsure.",
                        0,
                        1,
                        2),
                Field.text(GOAL_WORDS, "What will be different then?", "In your own words.", 2000));
    }

    private static List<Field> trainingHistory() {
        var fields = new ArrayList<>(List.of(
                Field.number(
                                CONSISTENT_MONTHS,
                                "For how many months have you trained at least twice a week?",
                                "0 if you are new to it.",
                                0,
                                720,
                                0)
                        .asRequired(),
                Field.number(BREAK_WEEKS, "How many weeks since you last trained?", "0 if you are at it.", 0, 2600, 0)
                        .asRequired(),
                Field.number(RUN_MINUTES, "Minutes of running in a usual week", "Of the last two weeks.", 0, 2000, 0),
                Field.number(LONGEST_RUN, "Your longest run of the last 30 days", "In minutes.", 0, 1000, 0),
                Field.number(DAYS_SINCE_RUN, "Days since your last run", "0 for today.", 0, 3650, 0)));
        for (var lift : LIFTS) {
            var name = lift.replace('_', ' ');
            fields.add(Field.number(
                    ONE_REP_MAX + lift,
                    "Your best " + name,
                    "What you could lift once, in kilograms, if you know it.",
                    1,
                    600,
                    1));
        }
        return List.copyOf(fields);
    }

    private static List<Field> schedule() {
        return List.of(
                Field.choices(
                                OnboardingFields.EQUIPMENT,
                                "What can you train with?",
                                "At home or where you train.",
                                EquipmentAndAllergens.EQUIPMENT)
                        .asRequired(),
                Field.number(DAYS_PER_WEEK, "On how many days a week?", "One is a beginning.", 1, 6, 0)
                        .asRequired(),
                Field.number(MINUTES, "How many minutes each time?", "With warming up.", 20, 120, 0)
                        .asRequired(),
                Field.choices(
                        WEEKDAYS,
                        "On which days?",
                        "Leave it open if any will do.",
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> new Option(
                                        day.name().toLowerCase(Locale.ROOT),
                                        day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                                .toList()),
                Field.between(
                        FieldKind.TIME,
                        SESSION_TIME,
                        "At what time?",
                        "When you would usually start.",
                        ANY_TIME,
                        END_OF_DAY));
    }

    private static List<Field> injuries() {
        var fields = new ArrayList<Field>();
        for (var region : BodyRegion.values()) {
            fields.add(Field.choice(
                    INJURY + region.wire(),
                    region.label(),
                    "Leave it open if it is fine.",
                    Option.noneOr("It is fine", InjurySeverity.values())));
        }
        fields.add(Field.texts(
                OnboardingFields.INJURIES,
                "Anything else that hurts, or must be spared?",
                "One each: where, and what sets it off.",
                20,
                200));
        return List.copyOf(fields);
    }

    private List<Field> food() {
        var known = foods.stream()
                .map(food -> new Option(food.foodId(), food.name()))
                .toList();
        return List.of(
                Field.choice(DIET, "What do you eat?", "The widest that fits.", Option.each(Diet.values()))
                        .asRequired(),
                Field.choices(
                                OnboardingFields.ALLERGIES,
                                "What are you allergic to, or cannot stand?",
                                "Meals are planned without it. The label on the packet still has the last word.",
                                EquipmentAndAllergens.ALLERGENS)
                        .asRequired(),
                Field.texts(OnboardingFields.OTHER_ALLERGIES, "Any other allergy?", "One each.", 20, 100),
                Field.of(FieldKind.YES_NO, NO_PORK, "No pork?", "Whatever the reason."),
                Field.choices(DISLIKED_FOODS, "Which of these do you not want?", "They appear in no meal.", known),
                Field.choices(LIKED_FOODS, "Which of these do you like best?", "They appear more often.", known),
                Field.texts(
                        OnboardingFields.EXCLUSIONS,
                        "What else do you not eat?",
                        "For whatever reason. One each.",
                        20,
                        100),
                Field.number(MEALS, "How many meals a day?", "Three, or four with a snack.", 3, 4, 0)
                        .asRequired());
    }

    private static List<Field> sleepAndStress() {
        return List.of(
                Field.number(SLEEP_HOURS, "How long do you sleep?", "In hours, on a usual night.", 2, 14, 1),
                Field.number(SLEEP_QUALITY, "How do you sleep?", "From 1, very badly, to 5, very well.", 1, 5, 0),
                Field.number(STRESS, "How tense are you?", "From 1, calm, to 5, overwhelmed.", 1, 5, 0),
                Field.between(FieldKind.TIME, BED_TIME, "When do you go to bed?", "Roughly.", ANY_TIME, END_OF_DAY),
                Field.between(FieldKind.TIME, WAKE_TIME, "When do you get up?", "Roughly.", ANY_TIME, END_OF_DAY),
                Field.of(FieldKind.YES_NO, SHIFT_WORK, "Do you work shifts?", "Nights, or changing hours."),
                Field.number(
                        RESTING_HEART_RATE,
                        "Your resting heart rate",
                        "Beats a minute, in the morning, if you know it.",
                        30,
                        120,
                        0));
    }

    private static List<Field> preferences() {
        return List.of(
                Field.choices(CARDIO, "How do you like to move?", TICK, Option.each(CardioKind.values())),
                Field.texts(FAVOURITES, "Exercises you like", "One each, by name.", 20, 60),
                Field.texts(UNWANTED, "Exercises you do not want", "One each, by name.", 20, 60),
                Field.of(
                        FieldKind.YES_NO,
                        REPEAT_MEALS,
                        "Is it fine to eat the same often?",
                        "Yes means less to shop for and to cook."),
                Field.of(
                        FieldKind.YES_NO,
                        AUTO_ADJUST,
                        "May we make a day easier by ourselves?",
                        "After a bad night, say. We tell you, and you can undo it. Nothing is ever made harder unasked."),
                Field.text(LAST_WORDS, "Anything else?", "In your own words, as much as you like.", 4000));
    }
}
