package dev.trellis.interventions.outcome;

import static dev.trellis.interventions.outcome.Given.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentedRegressionTest {
    private static final double LEVEL = 1.2;
    private static final double SLOPE = 0.03;

    @Test
    void findsThePlantedChangesWhenThereIsAlmostNoNoise() {
        var fit = person(28, 28, 0.3, 1e-4, 7).fit();
        assertThat(fit.levelChange().estimate()).isCloseTo(LEVEL, within(1e-3));
        assertThat(fit.slopeChangePerDay().estimate()).isCloseTo(SLOPE, within(1e-4));
        assertThat(fit.slopeChangePerDay().excludesZero()).isTrue();
    }

    @Test
    void withoutAnyNoiseTheChangesAreExact() {
        var fit = person(21, 21, 0, 0, 7).fit();
        assertThat(fit.levelChange().estimate()).isCloseTo(LEVEL, within(1e-6));
        assertThat(fit.slopeChangePerDay().estimate()).isCloseTo(SLOPE, within(1e-7));
    }

    /** A right 95 percent interval misses 5 percent of 400 people, give or take 1.1; wrong ones miss 10 and more. */
    @ParameterizedTest(name = "{0} + {1} days, correlation {2}")
    @CsvSource({"21, 21, 0.0, 0.93, 0.985", "28, 28, 0.3, 0.925, 0.98", "42, 42, 0.5, 0.92, 0.98"})
    void theIntervalHoldsThePlantedChangeInAboutNineteenOfTwentyPeople(
            int before, int during, double rho, double least, double most) {
        int people = 400;
        int levels = 0;
        int slopes = 0;
        for (int seed = 0; seed < people; seed++) {
            var fit = person(before, during, rho, 0.8, seed).fit();
            levels += holds(fit.levelChange(), LEVEL);
            slopes += holds(fit.slopeChangePerDay(), SLOPE);
        }
        assertThat((double) levels / people).as("level changes held").isBetween(least, most);
        assertThat((double) slopes / people).as("slope changes held").isBetween(least, most);
    }

    @Test
    void theEstimatesAreRightOnAverageThoughDaysAreMissing() {
        double level = 0;
        double rho = 0;
        int people = 200;
        for (int seed = 0; seed < people; seed++) {
            var fit = person(60, 60, 0.5, 0.5, seed).withoutEvery(4).fit();
            level += fit.levelChange().estimate() / people;
            rho += fit.rho() / people;
        }
        assertThat(level).isCloseTo(LEVEL, within(0.12));
        assertThat(rho).isCloseTo(0.5, within(0.12));
    }

    @Test
    void aTrendThatWasAlreadyThereIsNotTakenForAChange() {
        var random = new Random(11);
        var line = new double[60];
        Arrays.setAll(line, i -> 0.05 * i + 0.3 * random.nextGaussian());
        var fit = SegmentedRegression.of(
                DailyValues.consecutive(START.minusDays(30), Arrays.copyOf(line, 30)),
                DailyValues.consecutive(START, Arrays.copyOfRange(line, 30, 60)),
                START);
        assertThat(fit.levelChange().excludesZero()).isFalse();
        assertThat(fit.slopeChangePerDay().excludesZero()).isFalse();
    }

    @Test
    void addingAConstantOrChangingTheUnitChangesNothingElse() {
        var person = person(30, 30, 0.3, 0.8, 3);
        var plain = person.fit();
        var moved = person.transformed(-60, 1000).fit();
        assertThat(moved.levelChange().estimate())
                .isCloseTo(-60 * plain.levelChange().estimate(), within(1e-6));
        assertThat(moved.levelChange().lo()).isCloseTo(-60 * plain.levelChange().hi(), within(1e-6));
        assertThat(moved.rho()).isEqualTo(plain.rho());
    }

    @Test
    void refusesShortSeries() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> person(20, 40, 0, 1, 1).fit());
    }

    private static int holds(Interval interval, double truth) {
        return interval.lo() <= truth && truth <= interval.hi() ? 1 : 0;
    }

    private static Person person(int before, int during, double rho, double noise, long seed) {
        var random = new Random(seed);
        var values = new double[before + during];
        double error = noise * random.nextGaussian();
        for (int i = 0; i < values.length; i++) {
            int day = i - before;
            values[i] = 5 + 0.02 * day + (day >= 0 ? LEVEL + SLOPE * day : 0) + error;
            error = rho * error + Math.sqrt(1 - rho * rho) * noise * random.nextGaussian();
        }
        return new Person(
                DailyValues.consecutive(START.minusDays(before), Arrays.copyOf(values, before)),
                DailyValues.consecutive(START, Arrays.copyOfRange(values, before, values.length)));
    }

    private record Person(DailyValues baseline, DailyValues period) {

        SegmentedRegression fit() {
            return SegmentedRegression.of(baseline, period, START);
        }

        Person withoutEvery(int nth) {
            return new Person(baseline.where(day -> day % nth != 0), period.where(day -> day % nth != 0));
        }

        Person transformed(double factor, double added) {
            return new Person(transformed(baseline, factor, added), transformed(period, factor, added));
        }

        private static DailyValues transformed(DailyValues values, double factor, double added) {
            var changed = new HashMap<LocalDate, Double>();
            for (int i = 0; i < values.size(); i++) {
                changed.put(LocalDate.ofEpochDay(values.epochDay(i)), factor * values.value(i) + added);
            }
            return DailyValues.of(changed);
        }
    }
}
