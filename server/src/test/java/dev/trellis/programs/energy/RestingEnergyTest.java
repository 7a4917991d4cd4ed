package dev.trellis.programs.energy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.programs.energy.RestingEnergy.Equation;
import dev.trellis.tracking.BodyFatMethod;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RestingEnergyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Body BODY = new Body(80, 180, 30, EquationSex.MALE);

    @Test
    void aTrustedMeasurementOfBodyFatIsUsed() {
        var scan = new BodyFat(15, BodyFatMethod.DXA, TODAY.minusDays(90));
        assertThat(RestingEnergy.of(BODY, scan, 3, 24, TODAY).equation()).isEqualTo(Equation.CUNNINGHAM_1991);
        assertThat(RestingEnergy.of(BODY, scan, 5, 12, TODAY).equation()).isEqualTo(Equation.CUNNINGHAM_1980);
        assertThat(RestingEnergy.of(BODY, scan, 5, 11, TODAY).equation()).isEqualTo(Equation.CUNNINGHAM_1991);
    }

    @Test
    void anOldOrGuessedOneIsNot() {
        var old = new BodyFat(15, BodyFatMethod.DXA, TODAY.minusDays(91));
        var scale = new BodyFat(15, BodyFatMethod.SMART_SCALE, TODAY);
        assertThat(RestingEnergy.of(BODY, old, 3, 24, TODAY).equation()).isEqualTo(Equation.MIFFLIN_ST_JEOR);
        assertThat(RestingEnergy.of(BODY, scale, 3, 24, TODAY).equation()).isEqualTo(Equation.MIFFLIN_ST_JEOR);
        assertThat(RestingEnergy.of(BODY, null, 3, 24, TODAY).kcal()).isEqualTo(1780);
    }

    @Test
    void agesTheEquationWasNotMadeForAreMarked() {
        assertThat(resting(18).outOfRangeAge()).isTrue();
        assertThat(resting(19).outOfRangeAge()).isFalse();
        assertThat(resting(78).outOfRangeAge()).isFalse();
        assertThat(resting(79).outOfRangeAge()).isTrue();
    }

    private static RestingEnergy resting(int years) {
        return RestingEnergy.of(new Body(80, 180, years, EquationSex.MALE), null, 0, 0, TODAY);
    }
}
