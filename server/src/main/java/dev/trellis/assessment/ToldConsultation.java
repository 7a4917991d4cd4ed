package dev.trellis.assessment;

import dev.trellis.assessment.ConsultationAnswers.AboutYou;
import dev.trellis.assessment.ConsultationAnswers.BodyFat;
import dev.trellis.assessment.ConsultationAnswers.Food;
import dev.trellis.assessment.ConsultationAnswers.Goals;
import dev.trellis.assessment.ConsultationAnswers.Health;
import dev.trellis.assessment.ConsultationAnswers.Injuries;
import dev.trellis.assessment.ConsultationAnswers.Preferences;
import dev.trellis.assessment.ConsultationAnswers.Schedule;
import dev.trellis.assessment.ConsultationAnswers.SleepAndStress;
import dev.trellis.assessment.ConsultationAnswers.TrainingHistory;
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
import dev.trellis.assessment.form.Answers;
import dev.trellis.assessment.form.Option;
import dev.trellis.identity.Profile;
import dev.trellis.tracking.BodyFatMethod;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All answers of a consultation that is whole, and what they make of the typed answers and of the profile.
 *
 * @param told field to answer, of all sections
 */
record ToldConsultation(Answers told) {
    static ToldConsultation of(Map<ConsultationSection, Map<String, Object>> sections) {
        var all = new HashMap<String, Object>();
        sections.values().forEach(all::putAll);
        return new ToldConsultation(new Answers(all));
    }

    ConsultationAnswers answers() {
        return new ConsultationAnswers(
                aboutYou(),
                health(),
                new Goals(
                        told.choice(ConsultationFields.TRAINING_AIM, TrainingAim.class)
                                .orElseThrow(),
                        told.choice(ConsultationFields.WEIGHT_AIM, WeightAim.class)
                                .orElseThrow(),
                        told.number(ConsultationFields.GOAL_WEIGHT).orElse(null),
                        told.number(ConsultationFields.RATE).orElse(null)),
                new TrainingHistory(
                        told.whole(ConsultationFields.CONSISTENT_MONTHS).orElseThrow(),
                        told.whole(ConsultationFields.BREAK_WEEKS).orElseThrow(),
                        oneRepMax(),
                        told.whole(ConsultationFields.RUN_MINUTES).orElse(0),
                        told.whole(ConsultationFields.LONGEST_RUN).orElse(0),
                        told.whole(ConsultationFields.DAYS_SINCE_RUN).orElse(null)),
                new Schedule(
                        chosen(OnboardingFields.EQUIPMENT),
                        told.whole(ConsultationFields.DAYS_PER_WEEK).orElseThrow(),
                        told.whole(ConsultationFields.MINUTES).orElseThrow(),
                        told.choices(ConsultationFields.WEEKDAYS, DayOfWeek.class),
                        told.time(ConsultationFields.SESSION_TIME).orElse(null)),
                new Injuries(regions(), told.list(OnboardingFields.INJURIES).orElse(List.of())),
                food(),
                sleepAndStress(),
                new Preferences(
                        told.choices(ConsultationFields.CARDIO, CardioKind.class),
                        told.list(ConsultationFields.FAVOURITES).orElse(List.of()),
                        told.list(ConsultationFields.UNWANTED).orElse(List.of()),
                        told.yes(ConsultationFields.REPEAT_MEALS),
                        told.yes(ConsultationFields.AUTO_ADJUST)));
    }

    /** The profile with what was told: what is asked here in other words than there is written in those of the profile. */
    Profile profile(Profile current) {
        var profile = new ToldAnswers(told.values()).profile(current);
        var health = health();
        var flags = new LinkedHashMap<String, Boolean>();
        flags.put("pregnancy", health.pregnancy().contains(PregnancyState.PREGNANT));
        flags.put("cv_symptoms", !health.warningSigns().isEmpty());
        flags.put("ed_flag", health.eatingDisorder());
        flags.put("kidney_disease", health.conditions().contains(HealthCondition.CHRONIC_KIDNEY_DISEASE));
        flags.put("diabetes_insulin", health.conditions().contains(HealthCondition.INSULIN_OR_SULFONYLUREA));
        flags.put("fall_risk", health.conditions().contains(HealthCondition.UNSTEADY));
        flags.put(
                "heart_disease",
                health.conditions().contains(HealthCondition.CARDIOVASCULAR_DISEASE)
                        || health.conditions().contains(HealthCondition.HEART_FAILURE));
        return profile.withAnswers(flags);
    }

    private AboutYou aboutYou() {
        var bodyFat = told.number(ConsultationFields.BODY_FAT)
                .map(percent -> new BodyFat(
                        percent,
                        told.choice(ConsultationFields.BODY_FAT_METHOD, BodyFatMethod.class)
                                .orElseThrow(),
                        told.day(ConsultationFields.BODY_FAT_DAY).orElseThrow()))
                .orElse(null);
        return new AboutYou(
                told.day(OnboardingFields.BIRTH_DATE).orElseThrow(),
                told.choice(OnboardingFields.SEX, Profile.Sex.class).orElseThrow(),
                told.number(OnboardingFields.HEIGHT).orElseThrow(),
                told.number(ConsultationFields.WEIGHT).orElseThrow(),
                told.choice(ConsultationFields.ACTIVITY, ActivityLevel.class).orElseThrow(),
                bodyFat);
    }

    private Health health() {
        return new Health(
                told.yes(ConsultationFields.ACTIVE_LATELY),
                told.choices(ConsultationFields.CONDITIONS, HealthCondition.class),
                told.choices(ConsultationFields.WARNING_SIGNS, WarningSign.class),
                told.choices(ConsultationFields.PREGNANCY, PregnancyState.class),
                told.whole(ConsultationFields.PREGNANCY_WEEK).orElse(null),
                told.yes(ConsultationFields.CLINICIAN_AGREES),
                told.yes(ConsultationFields.EATING_DISORDER),
                told.choices(ConsultationFields.EATING_SIGNS, EatingSign.class),
                told.number(ConsultationFields.LOST).orElse(BigDecimal.ZERO),
                told.yes(ConsultationFields.LOSS_PLANNED),
                told.number(ConsultationFields.UNWANTED_LOSS).orElse(BigDecimal.ZERO));
    }

    private Map<String, BigDecimal> oneRepMax() {
        var known = new LinkedHashMap<String, BigDecimal>();
        for (var lift : ConsultationFields.LIFTS) {
            told.number(ConsultationFields.ONE_REP_MAX + lift).ifPresent(kg -> known.put(lift, kg));
        }
        return known;
    }

    private Map<BodyRegion, InjurySeverity> regions() {
        var regions = new EnumMap<BodyRegion, InjurySeverity>(BodyRegion.class);
        for (var region : BodyRegion.values()) {
            told.text(ConsultationFields.INJURY + region.wire())
                    .filter(severity -> !severity.equals(Option.NONE))
                    .flatMap(severity -> told.choice(ConsultationFields.INJURY + region.wire(), InjurySeverity.class))
                    .ifPresent(severity -> regions.put(region, severity));
        }
        return regions;
    }

    private Food food() {
        return new Food(
                told.choice(ConsultationFields.DIET, Diet.class).orElseThrow(),
                chosen(OnboardingFields.ALLERGIES),
                told.list(OnboardingFields.OTHER_ALLERGIES).orElse(List.of()),
                told.yes(ConsultationFields.NO_PORK),
                chosen(ConsultationFields.LIKED_FOODS),
                chosen(ConsultationFields.DISLIKED_FOODS),
                told.list(OnboardingFields.EXCLUSIONS).orElse(List.of()),
                told.whole(ConsultationFields.MEALS).orElseThrow());
    }

    private SleepAndStress sleepAndStress() {
        return new SleepAndStress(
                told.number(ConsultationFields.SLEEP_HOURS).orElse(null),
                told.whole(ConsultationFields.SLEEP_QUALITY).orElse(null),
                told.whole(ConsultationFields.STRESS).orElse(null),
                told.time(ConsultationFields.BED_TIME).orElse(null),
                told.time(ConsultationFields.WAKE_TIME).orElse(null),
                told.yes(ConsultationFields.SHIFT_WORK),
                told.whole(ConsultationFields.RESTING_HEART_RATE).orElse(null));
    }

    private Set<String> chosen(String key) {
        var chosen = new LinkedHashSet<>(told.list(key).orElse(List.of()));
        chosen.remove(Option.NONE);
        return chosen;
    }
}
