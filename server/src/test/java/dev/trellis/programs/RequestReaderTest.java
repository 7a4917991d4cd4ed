package dev.trellis.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.assessment.ConsultationAnswers;
import dev.trellis.assessment.ConsultationAnswers.AboutYou;
import dev.trellis.assessment.ConsultationAnswers.Food;
import dev.trellis.assessment.ConsultationAnswers.Goals;
import dev.trellis.assessment.ConsultationAnswers.Health;
import dev.trellis.assessment.ConsultationAnswers.Injuries;
import dev.trellis.assessment.ConsultationAnswers.Preferences;
import dev.trellis.assessment.ConsultationAnswers.Schedule;
import dev.trellis.assessment.ConsultationAnswers.SleepAndStress;
import dev.trellis.assessment.ConsultationAnswers.TrainingHistory;
import dev.trellis.assessment.ConsultationChoices;
import dev.trellis.assessment.ConsultationChoices.BodyRegion;
import dev.trellis.assessment.ConsultationChoices.CardioKind;
import dev.trellis.assessment.ConsultationChoices.Diet;
import dev.trellis.assessment.ConsultationChoices.EatingSign;
import dev.trellis.assessment.ConsultationChoices.InjurySeverity;
import dev.trellis.assessment.ConsultationChoices.PregnancyState;
import dev.trellis.assessment.ConsultationChoices.TrainingAim;
import dev.trellis.assessment.ConsultationChoices.WarningSign;
import dev.trellis.assessment.ConsultationChoices.WeightAim;
import dev.trellis.identity.Profile;
import dev.trellis.programs.RequestReader.Read;
import dev.trellis.programs.energy.BodyFat;
import dev.trellis.programs.energy.EquationSex;
import dev.trellis.programs.energy.FoodBehaviour;
import dev.trellis.programs.energy.HealthCondition;
import dev.trellis.programs.energy.SafetyStop;
import dev.trellis.programs.energy.SafetyVerdict;
import dev.trellis.programs.menu.Allergen;
import dev.trellis.programs.training.Clearance;
import dev.trellis.programs.training.Exercises;
import dev.trellis.programs.training.Injury;
import dev.trellis.programs.training.InjuryRegion;
import dev.trellis.programs.training.TrainingCondition;
import dev.trellis.tracking.BodyFatMethod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything a person told goes into the request, or is told back to them. */
class RequestReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Exercises EXERCISES = Exercises.shipped();

    private final AboutYou aboutYou = new AboutYou(
            LocalDate.of(1990, 3, 21),
            Profile.Sex.FEMALE,
            new BigDecimal("165.5"),
            new BigDecimal("65"),
            ConsultationChoices.ActivityLevel.LIGHT,
            null);
    private Set<ConsultationChoices.HealthCondition> conditions = Set.of();
    private Set<WarningSign> signs = Set.of();
    private Set<PregnancyState> pregnancy = Set.of();
    private @Nullable Integer pregnancyWeek;
    private boolean clinicianAgrees;
    private Set<EatingSign> eatingSigns = Set.of();
    private BigDecimal lost = BigDecimal.ZERO;
    private Goals goals = new Goals(TrainingAim.STRENGTH, WeightAim.KEEP, null, null);
    private Injuries injuries = new Injuries(Map.of(), List.of());
    private List<String> otherAllergies = List.of();
    private List<String> exclusions = List.of();
    private Set<String> liked = Set.of();
    private List<String> favourites = List.of();
    private List<String> unwanted = List.of();
    private Measured measured = Measured.NOTHING;

    @Test
    void aHealthyPersonIsReadAsTheyAre() {
        var request = read().request();

        assertThat(request.health().body().sex()).isEqualTo(EquationSex.FEMALE);
        assertThat(request.health().body().years()).isEqualTo(36);
        assertThat(request.health().body().kg()).isEqualTo(65);
        assertThat(SafetyVerdict.of(request.health()).stops()).isEmpty();
        assertThat(request.training().clearance()).isEqualTo(Clearance.CLEAR);
        assertThat(request.training().favourites()).containsExactly("swimming");
        assertThat(request.exerciseKcal()).isCloseTo(65 * 4 * 2.25 / 7, within(1e-9));
        assertThat(request.menuDays()).as("repeating is not fine").isEqualTo(14);
        assertThat(read().notes()).isEmpty();
    }

    @Test
    void theTrendOfTheScaleIsTakenInsteadOfWhatWasTold() {
        measured = new Measured(63.2, new BodyFat(22, BodyFatMethod.DXA, TODAY), FoodBehaviour.UNREMARKABLE);

        assertThat(read().request().health().body().kg()).isEqualTo(63.2);
        assertThat(read().request().bodyFat()).isEqualTo(measured.bodyFat());
    }

    @ParameterizedTest
    @EnumSource(ConsultationChoices.HealthCondition.class)
    void everyConditionIsTakenIntoAccountSomewhere(ConsultationChoices.HealthCondition condition) {
        var without = read().request();
        conditions = Set.of(condition);

        assertThat(read().request()).isNotEqualTo(without);
    }

    @ParameterizedTest
    @EnumSource(PregnancyState.class)
    void everyStateOfPregnancyKeepsFromADeficit(PregnancyState state) {
        pregnancy = Set.of(state);

        assertThat(SafetyVerdict.of(read().request().health()).deficit()).isFalse();
    }

    @Test
    void whoBreastfeedsMayEatLessWhenAClinicianAgrees() {
        pregnancy = Set.of(PregnancyState.BREASTFEEDING);
        clinicianAgrees = true;

        assertThat(SafetyVerdict.of(read().request().health()).deficit()).isTrue();
    }

    @Test
    void aWeekOfPregnancyThatWasNotToldMayBeALateOne() {
        pregnancy = Set.of(PregnancyState.PREGNANT);
        assertThat(read().request().training().conditions()).containsExactly(TrainingCondition.PREGNANT_FROM_WEEK_16);
        pregnancyWeek = 15;
        assertThat(read().request().training().conditions()).containsExactly(TrainingCondition.PREGNANT);
    }

    @Test
    void theFirstWeeksAfterABirthAreAsCarefulAsPregnancy() {
        pregnancy = Set.of(PregnancyState.POSTPARTUM_UNDER_SIX_WEEKS);

        assertThat(read().request().training().conditions()).containsExactly(TrainingCondition.PREGNANT);
        assertThat(read().request().health().conditions()).containsExactly(HealthCondition.POSTPARTUM_UNDER_SIX_WEEKS);
    }

    @Test
    void signsDiseaseAndActivityDecideOnClearance() {
        conditions = Set.of(ConsultationChoices.HealthCondition.DIABETES);
        assertThat(read().request().training().clearance()).isEqualTo(Clearance.MODERATE_ONLY);
        signs = Set.of(WarningSign.HEART_MURMUR);
        assertThat(read().request().training().clearance()).isEqualTo(Clearance.STOP);
    }

    @Test
    void twoSignsOfWorryAboutFoodStopTargets() {
        eatingSigns = Set.of(EatingSign.FOOD_DOMINATES, EatingSign.LARGE_LOSS);

        assertThat(SafetyVerdict.of(read().request().health()).stops()).containsExactly(SafetyStop.STOP_ED);
    }

    @Test
    void aFastLossNobodyPlannedIsAStop() {
        lost = new BigDecimal("8");

        assertThat(SafetyVerdict.of(read().request().health()).stops()).containsExactly(SafetyStop.STOP_RAPID);
    }

    @Test
    void theAimSaysTheDirectionAndADefaultIsNeverTooFast() {
        goals = new Goals(TrainingAim.FAT_LOSS, WeightAim.LOSE, null, null);
        assertThat(read().request().goal().percentPerWeek()).isEqualTo(-0.5);
        goals = new Goals(TrainingAim.FAT_LOSS, WeightAim.LOSE, new BigDecimal("60"), new BigDecimal("0.3"));
        assertThat(read().request().goal().percentPerWeek()).isEqualTo(-0.3);
        assertThat(read().request().goal().goalKg()).isEqualTo(60);
        measured = new Measured(250.0, null, FoodBehaviour.UNREMARKABLE);
        goals = new Goals(TrainingAim.FAT_LOSS, WeightAim.LOSE, null, null);
        var heavy = read().request();
        assertThat(heavy.goal().refusal(heavy.health().body())).isEmpty();
    }

    @Test
    void injuriesAreTakenByRegionAndWordsAreToldBack() {
        injuries = new Injuries(Map.of(BodyRegion.KNEE, InjurySeverity.LIMITS), List.of("my left thumb"));

        assertThat(read().request().training().injuries())
                .containsExactly(new Injury(InjuryRegion.KNEE, Injury.Severity.LIMITS));
        assertThat(read().notes())
                .extracting(ProgramNote::text)
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("my left thumb");
    }

    @ParameterizedTest
    @CsvSource({
        "lactose intolerant,MILK",
        "Prawns,CRUSTACEANS",
        "hazelnuts,NUTS",
        "wheat,GLUTEN",
        "soya,SOY",
        "no eggs,EGGS",
        "tahini,SESAME",
    })
    void anAllergyInOwnWordsCountsLikeAChosenOne(String words, Allergen allergen) {
        otherAllergies = List.of(words);

        assertThat(read().request().diner().allergens()).containsExactly(allergen);
        assertThat(read().notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tomatoes,tomato_raw",
        "red meat,beef_sirloin_cooked",
        "Sweet potatoes,sweet_potato_baked",
        "seafood,salmon_cooked",
        "peanut butter,peanut_butter",
        "mushrooms,mushrooms_raw",
        "zucchini,courgette_raw",
        "kiwi,kiwifruit",
    })
    void whatIsExcludedInOwnWordsIsInNoMeal(String words, String food) {
        exclusions = List.of(words);
        liked = Set.of(food);

        assertThat(read().request().diner().disliked()).contains(food);
        assertThat(read().request().diner().liked()).isEmpty();
        assertThat(read().notes()).isEmpty();
    }

    @Test
    void redMeatLeavesPoultryAndSweetPotatoesLeavePotatoes() {
        exclusions = List.of("red meat", "sweet potato");

        assertThat(read().request().diner().disliked())
                .contains("lamb_leg_cooked")
                .doesNotContain("chicken_breast_cooked", "potato_boiled");
    }

    @Test
    void porkInOwnWordsIsNoPork() {
        exclusions = List.of("bacon");

        assertThat(read().request().diner().noPork()).isTrue();
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        otherAllergies = List.of("latex");
        exclusions = List.of("tomato aspic", "¯");

        assertThat(read().request().diner().disliked()).contains("tomato_raw");
        assertThat(read().notes())
                .extracting(ProgramNote::kind)
                .containsExactly("allergy_not_understood", "exclusion_not_understood", "exclusion_not_understood");
    }

    @Test
    void unwantedExercisesAreMatchedByNameAndUnknownOnesTold() {
        unwanted = List.of("Burpees", "squats", "Push-ups");
        favourites = List.of("bench press", "goblet squat", "db row");

        var profile = read().request().training();

        assertThat(profile.unwanted())
                .contains("back_squat", "goblet_squat", "push_up", "close_grip_push_up")
                .doesNotContain("bench_press");
        assertThat(profile.favourites())
                .contains("db_row", "bench_press")
                .as("what is not wanted wins")
                .doesNotContain("goblet_squat");
        assertThat(read().notes())
                .extracting(ProgramNote::text)
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("Burpees");
    }

    @ParameterizedTest
    @CsvSource({
        "07:00,23:00,08:00,12:30,15:30,19:00",
        "06:00,22:00,07:00,11:30,14:30,18:00",
        "14:00,06:00,15:00,19:30,22:30,02:00",
        "07:00,09:00,08:00,12:30,15:30,18:30",
    })
    void mealsAreSpreadOverTheHoursAwake(
            LocalTime wake, LocalTime bed, LocalTime breakfast, LocalTime lunch, LocalTime snack, LocalTime dinner) {
        assertThat(MealTimes.of(wake, bed)).isEqualTo(new MealTimes(breakfast, lunch, snack, dinner));
    }

    private Read read() {
        var answers = new ConsultationAnswers(
                aboutYou,
                new Health(
                        true,
                        conditions,
                        signs,
                        pregnancy,
                        pregnancyWeek,
                        clinicianAgrees,
                        false,
                        eatingSigns,
                        lost,
                        false,
                        BigDecimal.ZERO),
                goals,
                new TrainingHistory(8, 0, Map.of(), 0, 0, null),
                new Schedule(Set.of("dumbbell", "bench"), 3, 45, Set.of(), null),
                injuries,
                new Food(Diet.OMNIVORE, Set.of(), otherAllergies, false, liked, Set.of(), exclusions, 4),
                new SleepAndStress(null, null, null, null, null, false, null),
                new Preferences(Set.of(CardioKind.SWIMMING), favourites, unwanted, false, false));
        return RequestReader.read(answers, measured, TODAY, 12, 1, EXERCISES);
    }
}
