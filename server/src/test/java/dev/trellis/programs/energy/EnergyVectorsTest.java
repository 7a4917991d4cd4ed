package dev.trellis.programs.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.tracking.BodyFatMethod;
import dev.trellis.tracking.Weighing;
import dev.trellis.tracking.WeightTrend;
import dev.trellis.vectors.WorkedExamples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EnergyVectorsTest {
    private static final LocalDate DAY_0 = LocalDate.of(2026, 1, 1);

    static Stream<WorkedExamples> mifflin() {
        return WorkedExamples.of("bmr_mifflin");
    }

    static Stream<WorkedExamples> fatFree() {
        return WorkedExamples.of("bmr_ffm");
    }

    static Stream<WorkedExamples> firstExpenditure() {
        return WorkedExamples.of("tdee0");
    }

    static Stream<WorkedExamples> trend() {
        return WorkedExamples.of("weight_trend");
    }

    static Stream<WorkedExamples> observed() {
        return WorkedExamples.of("tdee_obs");
    }

    static Stream<WorkedExamples> slope() {
        return WorkedExamples.of("ols_slope");
    }

    static Stream<WorkedExamples> filter() {
        return WorkedExamples.of("tdee_kalman");
    }

    static Stream<WorkedExamples> target() {
        return WorkedExamples.of("calorie_target");
    }

    static Stream<WorkedExamples> macros() {
        return WorkedExamples.of("macros");
    }

    @ParameterizedTest
    @MethodSource("mifflin")
    void restingEnergyFollowsMifflinAndStJeor(WorkedExamples example) {
        assertThat(RestingEnergy.mifflin(body(example.inputs())))
                .isCloseTo(example.expected().asDouble(), within(example.tolerance()));
    }

    @ParameterizedTest
    @MethodSource("fatFree")
    void restingEnergyOfFatFreeMassFollowsCunningham(WorkedExamples example) {
        var fat = new BodyFat(example.inputs().path("bf").asDouble(), BodyFatMethod.DXA, DAY_0);
        double mass = fat.fatFreeMass(example.inputs().path("kg").asDouble());
        var tolerance = within(example.tolerance());
        assertThat(mass).isCloseTo(example.expected().path("ffm").asDouble(), tolerance);
        assertThat(RestingEnergy.cunningham1991(mass))
                .isCloseTo(example.expected().path("c1991").asDouble(), tolerance);
        assertThat(RestingEnergy.cunningham1980(mass))
                .isCloseTo(example.expected().path("c1980").asDouble(), tolerance);
    }

    @ParameterizedTest
    @MethodSource("firstExpenditure")
    void expenditureStartsAtRestingEnergyTimesActivity(WorkedExamples example) {
        var level = ActivityLevel.valueOf(example.inputs().path("af").asText().toUpperCase(Locale.ROOT));
        var start = Expenditure.start(example.inputs().path("bmr").asDouble(), level);
        assertThat(start.kcal()).isCloseTo(example.expected().asDouble(), within(example.tolerance()));
        assertThat(start.deviation()).isCloseTo(0.12 * start.kcal(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("trend")
    void theTrendSmoothsAndKnowsGaps(WorkedExamples example) {
        var weighings = new ArrayList<Weighing>();
        example.inputs()
                .path("points")
                .forEach(point -> weighings.add(new Weighing(
                        DAY_0.plusDays(point.get(0).asInt()), point.get(1).asDouble())));
        var trend = WeightTrend.of(weighings);
        assertThat(trend).hasSize(example.expected().size());
        for (var i = 0; i < trend.size(); i++) {
            assertThat(trend.get(i).kg()).isCloseTo(example.expected().get(i).asDouble(), within(example.tolerance()));
        }
    }

    @ParameterizedTest
    @MethodSource("observed")
    void whatIsSpentIsEatenMinusWhatWentIntoWeight(WorkedExamples example) {
        assertThat(Expenditure.observed(
                        example.inputs().path("intake").asDouble(),
                        example.inputs().path("slope_kg_day").asDouble()))
                .isCloseTo(example.expected().asDouble(), within(example.tolerance()));
    }

    @ParameterizedTest
    @MethodSource("slope")
    void theSlopeIsThatOfLeastSquares(WorkedExamples example) {
        var weighings = new ArrayList<Weighing>();
        example.inputs()
                .path("weights")
                .forEach(kg -> weighings.add(new Weighing(DAY_0.plusDays(weighings.size()), kg.asDouble())));
        var slope = WeightSlope.of(weighings);
        assertThat(slope.kgPerDay())
                .isCloseTo(example.expected().path("slope").asDouble(), within(example.tolerance()));
        assertThat(slope.standardError())
                .isCloseTo(example.expected().path("se").asDouble(), within(example.tolerance()));
        assertThat(Expenditure.observed(2000, slope.kgPerDay())).isCloseTo(2634.615, within(0.001));
    }

    @ParameterizedTest
    @MethodSource("filter")
    void expenditureIsLearntWithAKalmanFilter(WorkedExamples example) {
        var inputs = example.inputs();
        var before =
                new Expenditure(inputs.path("mu").asDouble(), inputs.path("P").asDouble());
        double noise = inputs.path("R").asDouble();
        var after = before.learning(inputs.path("z").asDouble(), noise);
        var tolerance = within(example.tolerance());
        assertThat(before.gain(noise)).isCloseTo(example.expected().path("K").asDouble(), tolerance);
        assertThat(after.kcal()).isCloseTo(example.expected().path("mu").asDouble(), tolerance);
        assertThat(after.deviation()).isCloseTo(example.expected().path("sd").asDouble(), tolerance);
    }

    @ParameterizedTest
    @MethodSource("target")
    void theTargetFollowsTheRateWithinItsCaps(WorkedExamples example) {
        var inputs = example.inputs();
        var target = CalorieTarget.of(
                body(inputs),
                inputs.path("tdee").asDouble(),
                inputs.path("rate_pct").asDouble(),
                inputs.path("ffm").isNull() ? null : inputs.path("ffm").asDouble(),
                inputs.path("eee").asDouble());
        var expected = example.expected();
        assertThat(target.rawDelta()).isCloseTo(expected.path("raw_delta").asDouble(), within(example.tolerance()));
        assertThat(target.target()).isEqualTo(expected.path("target").asInt());
        assertThat(target.floor()).isEqualTo(expected.path("floor").asInt());
        var limits = new ArrayList<String>();
        expected.path("limits").forEach(limit -> limits.add(limit.asText()));
        assertThat(target.limits())
                .extracting(limit -> limit.name().toLowerCase(Locale.ROOT))
                .isEqualTo(limits);
    }

    @ParameterizedTest
    @MethodSource("macros")
    void macrosShareOutTheCalories(WorkedExamples example) {
        var inputs = example.inputs();
        var macros = (MacroTargets.Macros) MacroTargets.of(
                inputs.path("kcal").asInt(), body(inputs), inputs.path("p_rate").asDouble());
        var expected = example.expected();
        assertThat(macros.referenceKg()).isCloseTo(expected.path("ref_w").asDouble(), within(example.tolerance()));
        assertThat(List.of(macros.protein(), macros.fat(), macros.carbohydrate(), macros.fibre()))
                .containsExactly(
                        expected.path("p").asInt(),
                        expected.path("f").asInt(),
                        expected.path("c").asInt(),
                        expected.path("fibre").asInt());
        assertThat(macros.lowerFat()).isEqualTo(!expected.path("note").isEmpty());
    }

    @ParameterizedTest(name = "E1.5g: eaten {0}, exercise {1}, fat-free {2} kg")
    @CsvSource({"2000, 500, 50, 30.0, false", "1600, 400, 48, 25.0, true", "2600, 300, 62, 37.1, false"})
    void lowEnergyAvailabilityIsNoticed(double eaten, double exercise, double fatFree, double expected, boolean low) {
        var availability = EnergyAvailability.of(eaten, exercise, fatFree);
        assertThat(availability.kcalPerKg()).isCloseTo(expected, within(0.01));
        assertThat(availability.isLow()).isEqualTo(low);
    }

    private static Body body(JsonNode inputs) {
        var sex = inputs.path("sex").asText("unspecified").toUpperCase(Locale.ROOT);
        return new Body(
                inputs.path("kg").asDouble(),
                inputs.path("cm").asDouble(),
                inputs.path("age").asInt(30),
                EquationSex.valueOf(sex));
    }
}
