package dev.trellis.programs.energy;

import static dev.trellis.programs.energy.HealthCondition.ACTIVE_CANCER_TREATMENT;
import static dev.trellis.programs.energy.HealthCondition.BARIATRIC_SURGERY_UNDER_18_MONTHS;
import static dev.trellis.programs.energy.HealthCondition.BREASTFEEDING_WITHOUT_CLINICIAN;
import static dev.trellis.programs.energy.HealthCondition.CHRONIC_KIDNEY_DISEASE;
import static dev.trellis.programs.energy.HealthCondition.COMORBIDITY_OF_WEIGHT;
import static dev.trellis.programs.energy.HealthCondition.EATING_DISORDER;
import static dev.trellis.programs.energy.HealthCondition.GLP1_CHANGE_UNDER_8_WEEKS;
import static dev.trellis.programs.energy.HealthCondition.HEART_FAILURE;
import static dev.trellis.programs.energy.HealthCondition.INSULIN_OR_SULFONYLUREA;
import static dev.trellis.programs.energy.HealthCondition.POSTPARTUM_UNDER_SIX_WEEKS;
import static dev.trellis.programs.energy.HealthCondition.PREGNANT;
import static dev.trellis.programs.energy.HealthCondition.TRYING_AFTER_BARIATRIC_SURGERY;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a person may be given, decided before every target, review and tip (domain 01.7).
 *
 * @param stops            which apply
 * @param targets          calorie and weight targets may be given at all
 * @param deficit          and may ask for a loss
 * @param foodNumbers      calories, weight and streaks on food may be shown
 * @param trainingIncrease training may become more
 */
public record SafetyVerdict(
        Set<SafetyStop> stops, boolean targets, boolean deficit, boolean foodNumbers, boolean trainingIncrease) {
    private static final int ADULT = 18;
    private static final double LOW_BMI = 18.5;
    private static final double VERY_LOW_BMI = 17;
    private static final double VERY_HIGH_BMI = 40;
    private static final double HIGH_BMI_WITH_COMORBIDITY = 35;
    /** So many signs of a troubled way of eating are taken seriously. */
    public static final int SUSPICIOUS = 2;

    private static final Set<HealthCondition> OF_PREGNANCY =
            Set.of(PREGNANT, TRYING_AFTER_BARIATRIC_SURGERY, POSTPARTUM_UNDER_SIX_WEEKS);
    private static final Set<HealthCondition> MEDICAL = Set.of(
            INSULIN_OR_SULFONYLUREA,
            CHRONIC_KIDNEY_DISEASE,
            HEART_FAILURE,
            ACTIVE_CANCER_TREATMENT,
            BARIATRIC_SURGERY_UNDER_18_MONTHS,
            GLP1_CHANGE_UNDER_8_WEEKS);

    /** Of what is known about the person. */
    public static SafetyVerdict of(HealthFacts facts) {
        var stops = stops(facts);
        double bmi = facts.body().bmi();
        boolean targets = Collections.disjoint(
                stops, Set.of(SafetyStop.STOP_MINOR, SafetyStop.STOP_PREGNANT, SafetyStop.STOP_MED));
        boolean deficit = targets
                && Collections.disjoint(
                        stops, Set.of(SafetyStop.STOP_BMI_LOW, SafetyStop.STOP_ED, SafetyStop.STOP_RAPID))
                && !facts.conditions().contains(BREASTFEEDING_WITHOUT_CLINICIAN);
        return new SafetyVerdict(
                Collections.unmodifiableSet(stops),
                targets,
                deficit,
                targets && !stops.contains(SafetyStop.STOP_ED),
                bmi >= VERY_LOW_BMI);
    }

    private static EnumSet<SafetyStop> stops(HealthFacts facts) {
        var stops = EnumSet.noneOf(SafetyStop.class);
        var body = facts.body();
        add(stops, SafetyStop.STOP_MINOR, body.years() < ADULT);
        add(stops, SafetyStop.STOP_PREGNANT, !Collections.disjoint(facts.conditions(), OF_PREGNANCY));
        add(stops, SafetyStop.STOP_BMI_LOW, body.bmi() < LOW_BMI);
        add(stops, SafetyStop.STOP_ED, worriesAboutFood(facts));
        add(stops, SafetyStop.STOP_MED, !Collections.disjoint(facts.conditions(), MEDICAL));
        add(stops, SafetyStop.STOP_RAPID, facts.loss().isRapid());
        add(
                stops,
                SafetyStop.WARN_BMI_HIGH,
                body.bmi() >= VERY_HIGH_BMI
                        || (body.bmi() >= HIGH_BMI_WITH_COMORBIDITY
                                && facts.conditions().contains(COMORBIDITY_OF_WEIGHT)));
        return stops;
    }

    private static boolean worriesAboutFood(HealthFacts facts) {
        return facts.conditions().contains(EATING_DISORDER)
                || facts.scoff() >= SUSPICIOUS
                || facts.behaviour().flags() >= SUSPICIOUS;
    }

    private static void add(Set<SafetyStop> stops, SafetyStop stop, boolean applies) {
        if (applies) {
            stops.add(stop);
        }
    }
}
