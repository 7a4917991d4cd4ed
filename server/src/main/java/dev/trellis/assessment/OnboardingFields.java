package dev.trellis.assessment;

import dev.trellis.assessment.form.Field;
import dev.trellis.assessment.form.FieldKind;
import dev.trellis.assessment.form.Option;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** The questions of each step. Their bounds are those of the settings, the profile and the intake they end up in. */
@ApplicationScoped
class OnboardingFields {
    static final String NAME = "name";
    static final String TIME_ZONE = "time_zone";
    static final String COUNTRY = "country";
    static final String DAY_START = "day_start";
    static final String GOAL = "goal";
    static final String CATEGORIES = "categories";
    static final String BLOCKED_CATEGORIES = "blocked_categories";
    static final String MINUTES = "minutes_per_day";
    static final String SLEEP_QUALITY = "sleep_quality";
    static final String STRESS = "stress";
    static final String TEXT = "text";
    static final String BIRTH_DATE = "birth_date";
    static final String SEX = "sex";
    static final String HEIGHT = "height_cm";
    static final String TRAINING_AGE = "training_age";
    static final String EQUIPMENT = "equipment";
    static final String INJURIES = "injuries";
    static final String ALLERGIES = "allergies";
    static final String OTHER_ALLERGIES = "other_allergies";
    static final String EXCLUSIONS = "exclusions";
    static final String CYCLE_TRACKING = "cycle_tracking";

    private final Categories categories;

    OnboardingFields(Categories categories) {
        this.categories = categories;
    }

    /** The questions of a step for somebody whose day it is. */
    List<Field> of(OnboardingStep step, LocalDate today) {
        return switch (step) {
            case YOU -> you();
            case GOALS ->
                List.of(Field.text(
                        GOAL,
                        "What would you like to change?",
                        "In a sentence, as you would say it to a friend. Leave it empty if you do not know yet.",
                        500));
            case FOCUS -> focus();
            case DAYS -> days();
            case NOW -> now();
            case SAFETY -> SafetyQuestions.FIELDS;
            case AGE -> age(today);
            case MOVEMENT -> movement();
            case FOOD -> food();
            case CYCLE ->
                List.of(Field.of(
                        FieldKind.YES_NO,
                        CYCLE_TRACKING,
                        "Take my cycle into account",
                        "Without it, nothing about cycles is asked or suggested."));
        };
    }

    private static List<Field> you() {
        return List.of(
                Field.text(NAME, "What should we call you?", "A first name or a nickname is fine.", 100)
                        .asRequired(),
                Field.of(FieldKind.ZONE, TIME_ZONE, "Which time zone do you live in?", "It decides when your day ends.")
                        .asRequired());
    }

    /** The areas of the catalogue, in words. */
    List<Option> areas() {
        return categories.all().stream()
                .sorted()
                .map(code -> new Option(code, Areas.name(code)))
                .toList();
    }

    private List<Field> focus() {
        var areas = areas();
        return List.of(
                Field.choices(CATEGORIES, "Which areas matter to you?", "As many as you like, or none.", areas),
                Field.choices(
                        BLOCKED_CATEGORIES,
                        "Which would you rather not hear about?",
                        "Nothing from these is suggested.",
                        areas));
    }

    private static List<Field> days() {
        return List.of(
                Field.number(
                        MINUTES,
                        "How many minutes a day can you give?",
                        "Five is a fine answer. Nothing that takes longer comes first.",
                        1,
                        240,
                        0),
                Field.between(
                        FieldKind.TIME,
                        DAY_START,
                        "When does a new day begin for you?",
                        "If you often stay up past midnight, 04:00 keeps a late evening on the right day.",
                        "00:00",
                        "12:00"),
                Field.of(
                        FieldKind.COUNTRY,
                        COUNTRY,
                        "Which country do you live in?",
                        "So that we name the right number to call, should you ever need help."));
    }

    private static List<Field> now() {
        return List.of(
                Field.number(SLEEP_QUALITY, "How do you sleep?", "From 1, very badly, to 5, very well.", 1, 5, 0),
                Field.number(STRESS, "How tense are you?", "From 1, calm, to 5, overwhelmed.", 1, 5, 0),
                Field.text(TEXT, "Anything else we should know?", "In your own words, as much as you like.", 4000));
    }

    private static List<Field> age(LocalDate today) {
        return List.of(
                Field.between(
                        FieldKind.DATE,
                        BIRTH_DATE,
                        "When were you born?",
                        "Some suggestions are for adults only, and needs change with age.",
                        "1900-01-02",
                        today.toString()),
                Field.choice(
                        SEX,
                        "Which sex should formulas use?",
                        "Those for energy and heart rate know two. With other, we take the cautious middle.",
                        List.of(
                                new Option("female", "Female"),
                                new Option("male", "Male"),
                                new Option("other", "Other, or I would rather not say"))),
                Field.number(HEIGHT, "How tall are you?", "In centimetres.", 50, 272, 1));
    }

    private static List<Field> movement() {
        return List.of(
                Field.choice(
                        TRAINING_AGE,
                        "How long have you trained, at least twice a week?",
                        "After a long break, choose one less.",
                        List.of(
                                new Option("none", "I do not train"),
                                new Option("beginner", "Less than six months"),
                                new Option("intermediate", "Six months to two years"),
                                new Option("advanced", "More than two years"))),
                Field.choices(
                        EQUIPMENT,
                        "What can you train with?",
                        "At home or where you train.",
                        EquipmentAndAllergens.EQUIPMENT),
                Field.texts(
                        INJURIES,
                        "Does anything hurt, or must be spared?",
                        "One each: where, and what sets it off. For example: left knee, on stairs.",
                        20,
                        200));
    }

    private static List<Field> food() {
        return List.of(
                Field.choices(
                        ALLERGIES,
                        "What are you allergic to, or cannot stand?",
                        "Meals are planned without it. The label on the packet still has the last word.",
                        EquipmentAndAllergens.ALLERGENS),
                Field.texts(OTHER_ALLERGIES, "Any other allergy?", "One each.", 20, 100),
                Field.texts(
                        EXCLUSIONS,
                        "What else do you not eat?",
                        "For whatever reason: taste, belief, habit. One each.",
                        20,
                        100));
    }
}
