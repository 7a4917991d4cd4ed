package dev.trellis.programs.energy;

import static dev.trellis.programs.energy.SafetyStop.STOP_BMI_LOW;
import static dev.trellis.programs.energy.SafetyStop.STOP_ED;
import static dev.trellis.programs.energy.SafetyStop.STOP_MED;
import static dev.trellis.programs.energy.SafetyStop.STOP_MINOR;
import static dev.trellis.programs.energy.SafetyStop.STOP_PREGNANT;
import static dev.trellis.programs.energy.SafetyStop.STOP_RAPID;
import static dev.trellis.programs.energy.SafetyStop.WARN_BMI_HIGH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stops of domain 01.7, with its cases T1.7a to f. */
class SafetyVerdictTest {
    private static final Body HEALTHY = new Body(70, 175, 35, EquationSex.FEMALE);

    @Test
    void peopleUnder18GetNoTargets() {
        var verdict = of(new Body(60, 170, 17, EquationSex.MALE));
        assertThat(verdict.stops()).containsExactly(STOP_MINOR);
        assertThat(verdict.targets()).isFalse();
        assertThat(of(new Body(60, 170, 18, EquationSex.MALE)).stops()).isEmpty();
    }

    @Test
    void aLowBodyMassIndexForbidsADeficit() {
        var low = of(withBmi(18.49));
        assertThat(low.stops()).containsExactly(STOP_BMI_LOW);
        assertThat(low.targets()).isTrue();
        assertThat(low.deficit()).isFalse();
        assertThat(low.trainingIncrease()).isTrue();
        assertThat(of(withBmi(16.9)).trainingIncrease()).isFalse();
        assertThat(of(withBmi(18.51)).stops()).isEmpty();
    }

    @Test
    void scoffStopsFromTwoAnswersOn() {
        assertThat(verdict(1, FoodBehaviour.UNREMARKABLE).stops()).isEmpty();
        var stopped = verdict(2, FoodBehaviour.UNREMARKABLE);
        assertThat(stopped.stops()).containsExactly(STOP_ED);
        assertThat(stopped.foodNumbers()).isFalse();
        assertThat(stopped.deficit()).isFalse();
    }

    @Test
    void behaviourStopsFromTwoFlagsOn() {
        assertThat(verdict(0, new FoodBehaviour(3, 0, false, 1, 0, 0)).stops()).isEmpty();
        assertThat(verdict(0, new FoodBehaviour(3, 3, false, 1, 0, 0)).stops()).containsExactly(STOP_ED);
        assertThat(verdict(0, new FoodBehaviour(0, 0, true, 1, 0, 0)).stops()).containsExactly(STOP_ED);
        assertThat(verdict(0, new FoodBehaviour(0, 0, false, 9, 5, 0)).stops()).isEmpty();
        assertThat(verdict(0, new FoodBehaviour(0, 0, false, 9, 0, -1.6)).stops())
                .containsExactly(STOP_ED);
    }

    @ParameterizedTest
    @EnumSource(
            value = HealthCondition.class,
            names = {"PREGNANT", "TRYING_AFTER_BARIATRIC_SURGERY", "POSTPARTUM_UNDER_SIX_WEEKS"})
    void pregnancyStopsTargetsEvenForMaintenance(HealthCondition condition) {
        var verdict = declaring(condition);
        assertThat(verdict.stops()).containsExactly(STOP_PREGNANT);
        assertThat(verdict.targets()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = HealthCondition.class,
            names = {
                "INSULIN_OR_SULFONYLUREA",
                "CHRONIC_KIDNEY_DISEASE",
                "HEART_FAILURE",
                "ACTIVE_CANCER_TREATMENT",
                "BARIATRIC_SURGERY_UNDER_18_MONTHS",
                "GLP1_CHANGE_UNDER_8_WEEKS"
            })
    void illnessesThatACliniciansPlanIsForStopTargets(HealthCondition condition) {
        assertThat(declaring(condition).stops()).containsExactly(STOP_MED);
        assertThat(declaring(condition).targets()).isFalse();
    }

    @Test
    void breastfeedingForbidsOnlyTheDeficit() {
        var verdict = declaring(HealthCondition.BREASTFEEDING_WITHOUT_CLINICIAN);
        assertThat(verdict.stops()).isEmpty();
        assertThat(verdict.targets()).isTrue();
        assertThat(verdict.deficit()).isFalse();
    }

    @Test
    void rapidLossLeadsToMaintenance() {
        assertThat(losing(new WeightLoss(List.of(-1.2, -0.8), 0, true, 0)).stops())
                .isEmpty();
        assertThat(losing(new WeightLoss(List.of(-0.8, -1.2, -1.1), 0, true, 0)).stops())
                .containsExactly(STOP_RAPID);
        assertThat(losing(new WeightLoss(List.of(), 11, true, 0)).stops()).isEmpty();
        assertThat(losing(new WeightLoss(List.of(), 11, false, 0)).stops()).containsExactly(STOP_RAPID);
        assertThat(losing(new WeightLoss(List.of(), 0, false, 5)).deficit()).isFalse();
    }

    @Test
    void aVeryHighBodyMassIndexOnlyWarns() {
        assertThat(of(withBmi(40)).stops()).containsExactly(WARN_BMI_HIGH);
        assertThat(of(withBmi(40)).deficit()).isTrue();
        assertThat(of(withBmi(36)).stops()).isEmpty();
        var comorbid = new HealthFacts(
                withBmi(36),
                Set.of(HealthCondition.COMORBIDITY_OF_WEIGHT),
                0,
                FoodBehaviour.UNREMARKABLE,
                WeightLoss.NONE);
        assertThat(SafetyVerdict.of(comorbid).stops()).containsExactly(WARN_BMI_HIGH);
    }

    private static Body withBmi(double bmi) {
        return new Body(bmi * 1.75 * 1.75, 175, 35, EquationSex.FEMALE);
    }

    private static SafetyVerdict of(Body body) {
        return SafetyVerdict.of(HealthFacts.healthy(body));
    }

    private static SafetyVerdict verdict(int scoff, FoodBehaviour behaviour) {
        return SafetyVerdict.of(new HealthFacts(HEALTHY, Set.of(), scoff, behaviour, WeightLoss.NONE));
    }

    private static SafetyVerdict declaring(HealthCondition condition) {
        return SafetyVerdict.of(
                new HealthFacts(HEALTHY, Set.of(condition), 0, FoodBehaviour.UNREMARKABLE, WeightLoss.NONE));
    }

    private static SafetyVerdict losing(WeightLoss loss) {
        return SafetyVerdict.of(new HealthFacts(HEALTHY, Set.of(), 0, FoodBehaviour.UNREMARKABLE, loss));
    }
}
