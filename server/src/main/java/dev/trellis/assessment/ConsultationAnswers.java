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
import dev.trellis.identity.Profile;
import dev.trellis.tracking.BodyFatMethod;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a person told in a consultation, whole and in range: what a program is generated from. Null and empty mean
 * that nothing was said.
 */
public record ConsultationAnswers(
        AboutYou aboutYou,
        Health health,
        Goals goals,
        TrainingHistory trainingHistory,
        Schedule schedule,
        Injuries injuries,
        Food food,
        SleepAndStress sleepAndStress,
        Preferences preferences) {

    /** The body that formulas ask for. */
    public record AboutYou(
            LocalDate birthDate,
            Profile.Sex sex,
            BigDecimal heightCm,
            BigDecimal weightKg,
            ActivityLevel activityLevel,
            @Nullable BodyFat bodyFat) {
        /** Age in full years. */
        public int ageOn(LocalDate day) {
            return Period.between(birthDate, day).getYears();
        }
    }

    /** A measurement of body fat. */
    public record BodyFat(BigDecimal percent, BodyFatMethod method, LocalDate measuredOn) {}

    /**
     * What decides whether, and how carefully, a program is made (domain 01.7, 02.9).
     *
     * @param activeLately 30 minutes of moderate effort on three days a week, for three months
     * @param clinicianAgrees a doctor or midwife has agreed to training
     * @param lostKgInSixMonths 0 for nothing
     */
    public record Health(
            boolean activeLately,
            Set<HealthCondition> conditions,
            Set<WarningSign> warningSigns,
            Set<PregnancyState> pregnancy,
            @Nullable Integer pregnancyWeek,
            boolean clinicianAgrees,
            boolean eatingDisorder,
            Set<EatingSign> eatingSigns,
            BigDecimal lostKgInSixMonths,
            boolean lossWasPlanned,
            BigDecimal unwantedLossKg) {
        /** A known disease of heart and vessels, of metabolism or of the kidneys, as clearance asks for it. */
        public boolean hasDiseaseForClearance() {
            return conditions.stream().anyMatch(condition -> switch (condition) {
                case CARDIOVASCULAR_DISEASE, HEART_FAILURE, DIABETES, INSULIN_OR_SULFONYLUREA, CHRONIC_KIDNEY_DISEASE ->
                    true;
                case HIGH_BLOOD_PRESSURE,
                        ACTIVE_CANCER_TREATMENT,
                        BARIATRIC_SURGERY_UNDER_18_MONTHS,
                        GLP1_CHANGE_UNDER_8_WEEKS,
                        SLEEP_APNOEA,
                        PELVIC_FLOOR_SYMPTOMS,
                        UNSTEADY -> false;
            });
        }
    }

    /**
     * What to reach.
     *
     * @param ratePercentPerWeek of body weight, never negative: the aim says the direction
     */
    public record Goals(
            TrainingAim training,
            WeightAim weight,
            @Nullable BigDecimal goalWeightKg,
            @Nullable BigDecimal ratePercentPerWeek) {}

    /**
     * Training so far.
     *
     * @param oneRepMaxKg by the id of the exercise, where it is known
     * @param daysSinceRun null for somebody who does not run
     */
    public record TrainingHistory(
            int consistentMonths,
            int breakWeeks,
            Map<String, BigDecimal> oneRepMaxKg,
            int runMinutesPerWeek,
            int longestRunMinutes,
            @Nullable Integer daysSinceRun) {}

    /**
     * What there is to train with, and when.
     *
     * @param equipment empty for nothing but the floor
     * @param weekdays empty for any
     */
    public record Schedule(
            Set<String> equipment,
            int daysPerWeek,
            int minutesPerSession,
            Set<DayOfWeek> weekdays,
            @Nullable LocalTime sessionTime) {}

    /** What must be spared; a region that is fine is absent. */
    public record Injuries(Map<BodyRegion, InjurySeverity> regions, List<String> words) {}

    /**
     * What may be in a meal.
     *
     * @param allergens in the words of the food table
     * @param liked ids of foods
     * @param disliked ids of foods
     * @param exclusions in the person's own words
     */
    public record Food(
            Diet diet,
            Set<String> allergens,
            List<String> otherAllergies,
            boolean noPork,
            Set<String> liked,
            Set<String> disliked,
            List<String> exclusions,
            int mealsPerDay) {}

    /** How rested somebody is; stress from 1 (calm) to 5 (overwhelmed), sleep from 1 (very bad) to 5 (very good). */
    public record SleepAndStress(
            @Nullable BigDecimal sleepHours,
            @Nullable Integer sleepQuality,
            @Nullable Integer stress,
            @Nullable LocalTime bedTime,
            @Nullable LocalTime wakeTime,
            boolean shiftWork,
            @Nullable Integer restingHeartRate) {}

    /**
     * What somebody likes.
     *
     * @param favouriteExercises by name, as they wrote them
     * @param unwantedExercises by name, as they wrote them
     * @param autoAdjust an easier day may be given unasked
     */
    public record Preferences(
            Set<CardioKind> cardio,
            List<String> favouriteExercises,
            List<String> unwantedExercises,
            boolean repeatMeals,
            boolean autoAdjust) {}

    /** Nothing: it is all personal. */
    @Override
    public String toString() {
        return "ConsultationAnswers[hidden]";
    }
}
