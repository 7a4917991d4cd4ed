package dev.trellis.interventions.outcome;

import static dev.trellis.interventions.outcome.Given.START;
import static dev.trellis.interventions.outcome.Given.day;
import static dev.trellis.interventions.outcome.Given.numbers;
import static dev.trellis.interventions.outcome.Given.period;
import static dev.trellis.interventions.outcome.Given.withSeries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.vectors.WorkedExamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CorrelationsTest {

    static Stream<WorkedExamples> vectors() {
        return WorkedExamples.of("benjamini_hochberg");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void adjustsAsTheDomainDoes(WorkedExamples example) {
        var p = StreamSupport.stream(example.inputs().get("p").spliterator(), false)
                .mapToDouble(each -> each.doubleValue())
                .toArray();
        double q = example.inputs().get("q").doubleValue();
        var adjusted = BenjaminiHochberg.adjust(p);
        assertThat(adjusted).hasSize(example.expected().get("adjusted").size());
        for (int i = 0; i < p.length; i++) {
            assertThat(adjusted[i])
                    .isCloseTo(example.expected().get("adjusted").get(i).doubleValue(), within(example.tolerance()));
            assertThat(adjusted[i] <= q)
                    .isEqualTo(example.expected().get("reject").get(i).booleanValue());
        }
    }

    @Test
    void noTestsNeedNoAdjusting() {
        assertThat(BenjaminiHochberg.adjust()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> BenjaminiHochberg.adjust(0.5, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> BenjaminiHochberg.adjust(1.5));
    }

    @Property
    void adjustedValuesKeepTheOrderAndNeverFall(
            @ForAll @Size(max = 30) List<@DoubleRange(min = 0, max = 1) Double> values, @ForAll long seed) {
        var p = Given.numbers(values);
        var adjusted = BenjaminiHochberg.adjust(p);
        var byP = IntStream.range(0, p.length)
                .boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b]))
                .toList();
        for (int k = 0; k < byP.size(); k++) {
            int i = byP.get(k);
            assertThat(adjusted[i]).isBetween(p[i] - 1e-15, 1.0);
            if (k > 0) {
                assertThat(adjusted[i]).isGreaterThanOrEqualTo(adjusted[byP.get(k - 1)]);
            }
        }
        var order = new ArrayList<>(IntStream.range(0, p.length).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        var shuffled =
                BenjaminiHochberg.adjust(order.stream().mapToDouble(i -> p[i]).toArray());
        for (int k = 0; k < order.size(); k++) {
            assertThat(shuffled[k]).isCloseTo(adjusted[order.get(k)], within(1e-15));
        }
    }

    @ParameterizedTest(name = "E7.6c: rho {0}, n {1}")
    @CsvSource({"0.45, 20, 0.04567, 1e-5", "0.30, 30, 0.10777, 1e-5", "-0.60, 25, 0.001149, 1e-6"})
    void fisherZGivesTheDomainsP(double rho, double n, double p, double tolerance) {
        assertThat(RankCorrelation.p(rho, n)).isCloseTo(p, within(tolerance));
    }

    @Test
    void chanceAtTheEdgesIsDefined() {
        assertThat(RankCorrelation.p(0.99, 3)).isEqualTo(1);
        assertThat(RankCorrelation.p(0, 30)).isEqualTo(1);
        assertThat(RankCorrelation.p(1, 30)).isZero();
        assertThat(RankCorrelation.p(-1, 30)).isZero();
    }

    @Test
    void autocorrelationOfBothSidesLowersTheEffectivePairs() {
        assertThat(RankCorrelation.effectivePairs(30, 0.5, 0.4)).as("E7.6d").isCloseTo(20.0, within(1e-9));
        assertThat(RankCorrelation.effectivePairs(30, 0.5, -0.4)).isEqualTo(30);
        assertThat(RankCorrelation.effectivePairs(19, 1, 1)).isCloseTo(1, within(1e-9));
    }

    @Test
    void spearmanGivesTheDomainsRho() {
        assertThat(RankCorrelation.spearman(numbers(1, 2, 3, 4, 5, 6), numbers(2, 1, 4, 3, 6, 5)))
                .as("E7.6e")
                .isCloseTo(0.8286, within(5e-5));
        assertThat(RankCorrelation.spearman(numbers(7, 6, 8, 5, 7, 9, 6, 8), numbers(3, 3, 4, 2, 3, 5, 2, 4)))
                .as("E7.6f")
                .isCloseTo(0.9499, within(5e-5));
    }

    @Test
    void aConstantSideCorrelatesWithNothing() {
        assertThat(RankCorrelation.spearman(numbers(1, 2, 3), numbers(4, 4, 4))).isZero();
        assertThat(RankCorrelation.spearman(numbers(), numbers())).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> RankCorrelation.spearman(numbers(1), numbers()));
    }

    @Property
    void spearmanSeesOnlyTheOrderOfThePairs(
            @ForAll @Size(min = 2, max = 25) List<@DoubleRange(min = -5, max = 5) Double> values, @ForAll long seed) {
        var x = Given.numbers(values);
        var random = new Random(seed);
        var y = DoubleStream.generate(() -> random.nextInt(6)).limit(x.length).toArray();
        double rho = RankCorrelation.spearman(x, y);
        assertThat(rho).isBetween(-1.0, 1.0);
        assertThat(RankCorrelation.spearman(y, x)).isCloseTo(rho, within(1e-12));
        assertThat(RankCorrelation.spearman(x, DoubleStream.of(y).map(v -> -v).toArray()))
                .isCloseTo(-rho, within(1e-12));
        assertThat(RankCorrelation.spearman(
                        x, DoubleStream.of(y).map(v -> v * v * v + 1).toArray()))
                .isCloseTo(rho, within(1e-12));
        assertThat(RankCorrelation.spearman(reversed(x), reversed(y))).isCloseTo(rho, within(1e-12));
    }

    @Test
    void showsWhatGoesTogetherOnTheSameDayAndTheDayAfter() {
        var sleep = noise(40, 1);
        var pain = Arrays.stream(sleep).map(value -> -value).toArray();
        var mood = new double[40];
        Arrays.setAll(mood, i -> i == 0 ? 0 : sleep[i - 1]);
        var found = correlations(false, series("sleep_h", sleep), series("pain", pain), series("focus", mood));
        assertThat(found)
                .extracting(Correlation::first, Correlation::second, Correlation::lag)
                .containsExactlyInAnyOrder(
                        tuple("pain", "sleep_h", 0), tuple("sleep_h", "focus", 1), tuple("pain", "focus", 1));
        assertThat(found).allMatch(each -> Math.abs(each.rho()) > 0.999 && each.pAdjusted() <= 0.10);
    }

    @Test
    void unrelatedSeriesShowNothing() {
        assertThat(correlations(false, series("a", noise(60, 5)), series("b", noise(60, 6))))
                .isEmpty();
    }

    @Test
    void nineteenPairsAndFourDistinctValuesAreTooFew() {
        var enough = noise(20, 3);
        assertThat(correlations(false, series("a", enough), series("b", enough)))
                .hasSize(1);
        var few = Arrays.copyOf(enough, 19);
        assertThat(correlations(false, series("a", few), series("b", few))).isEmpty();
        var coarse = Given.repeated(40, 1, 2, 3, 4, 4, 2, 1, 3);
        assertThat(correlations(false, series("a", coarse), series("b", coarse)))
                .isEmpty();
    }

    @Test
    void weightAndCaloriesAreLeftOutForPeopleFlaggedForAnEatingDisorder() {
        var shared = noise(40, 1);
        var weight = series("body_weight", shared);
        var hidden = new DailySeries("Messwert", true, DailyValues.consecutive(day(-10), shared));
        var steps = series("steps", shared);
        assertThat(correlations(false, weight, hidden, steps)).hasSize(3);
        assertThat(correlations(true, weight, hidden, steps)).isEmpty();
    }

    @Test
    void theirNamesGiveWeightAndCaloriesAway() {
        assertThat(Stream.of("Weight", "kcal_eaten", "Calories", "BMI", "waist_cm", "body_fat"))
                .allMatch(name -> new DailySeries(name, DailyValues.NONE).weightOrEnergy());
        assertThat(new DailySeries("mood", DailyValues.NONE).weightOrEnergy()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new DailySeries(" ", DailyValues.NONE));
    }

    @Test
    void thePeriodsOwnMoodTakesPart() {
        var records = new ArrayList<DailyRecord>();
        var steps = new double[30];
        var random = new Random(2);
        for (int i = 0; i < 30; i++) {
            int mood = 1 + random.nextInt(5);
            records.add(Given.mood(i, mood));
            steps[i] = 1000 * mood;
        }
        var facts = new PeriodFacts(
                period(30),
                records,
                true,
                false,
                false,
                null,
                List.of(new DailySeries("steps", DailyValues.consecutive(START, steps))),
                false);
        var found = Summaries.of(facts).details().correlations();
        assertThat(found).singleElement().satisfies(each -> {
            assertThat(each.first()).isEqualTo("mood");
            assertThat(each.second()).isEqualTo("steps");
            assertThat(each.lag()).isZero();
            assertThat(each.days()).isEqualTo(30);
        });
    }

    @Test
    void theOrderInWhichSeriesAreGivenDoesNotMatter() {
        var one = series("one", noise(40, 1));
        var two = series("two", noise(40, 1));
        var three = series("three", noise(40, 2));
        assertThat(correlations(false, one, two, three))
                .isNotEmpty()
                .containsExactlyElementsOf(correlations(false, three, two, one));
    }

    private static List<Correlation> correlations(boolean edFlagged, DailySeries... series) {
        return Summaries.of(withSeries(period(14), edFlagged, series)).details().correlations();
    }

    private static DailySeries series(String name, double... values) {
        return new DailySeries(name, DailyValues.consecutive(day(-10), values));
    }

    private static double[] reversed(double... values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[values.length - 1 - i])
                .toArray();
    }

    private static double[] noise(int length, long seed) {
        return new Random(seed).doubles(length).toArray();
    }
}
