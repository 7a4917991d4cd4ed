package dev.trellis.students.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.students.risk.CaseOutcome.FollowUp;
import dev.trellis.students.risk.DifferenceInDifferences.Observation;
import dev.trellis.students.risk.EffectEstimate.Estimated;
import dev.trellis.students.risk.EffectEstimate.NotEnoughCases;
import dev.trellis.students.risk.FairnessReport.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be said afterwards: of one student, of a type of help, of the levels themselves. */
class OutcomesAndEffectsTest {
    @ParameterizedTest
    @CsvSource({"3.1, 1.8, 3.0, 2.6, -0.9", "5, 3, 5, 4, -1.0", "4, 4, 4, 3, 1.0"})
    void theDomainsDifferences(double before, double after, double controlBefore, double controlAfter, double effect) {
        assertThat(DifferenceInDifferences.of(before, after, controlBefore, controlAfter))
                .isCloseTo(effect, within(1e-9));
        var rows = new ArrayList<Observation>();
        for (var i = 0; i < 20; i++) {
            rows.add(new Observation("t" + i, "s", true, before, after));
            rows.add(new Observation("c" + i, "s", false, controlBefore, controlAfter));
        }

        assertThat(DifferenceInDifferences.estimate(rows))
                .isInstanceOfSatisfying(
                        Estimated.class, found -> assertThat(found.effect()).isCloseTo(effect, within(1e-9)));
    }

    @Test
    void nineteenAreNotEnough() {
        var rows = new ArrayList<Observation>();
        for (var i = 0; i < 40; i++) {
            rows.add(new Observation("t" + i % 19, "s", true, 5, 1));
            rows.add(new Observation("c" + i, "s", false, 5, 4));
        }

        assertThat(DifferenceInDifferences.estimate(rows)).isEqualTo(new NotEnoughCases(19, 40, 20));
    }

    @Test
    void whoeverHasNobodyToBeComparedWithDoesNotCount() {
        var rows = new ArrayList<Observation>();
        for (var i = 0; i < 30; i++) {
            rows.add(new Observation("t" + i, "a", true, 9, 0));
            rows.add(new Observation("c" + i, "b", false, 5, 5));
        }

        assertThat(DifferenceInDifferences.estimate(rows)).isEqualTo(new NotEnoughCases(0, 0, 20));
    }

    @Property(tries = 30)
    void whatAllShareIsNoEffectAndWhatWasPlantedIsFound(@ForAll long seed) {
        var random = new Random(seed);
        var rows = new ArrayList<Observation>();
        for (var i = 0; i < 600; i++) {
            var stratum = random.nextInt(4);
            var treated = random.nextDouble() < 0.2 + 0.15 * stratum;
            // Everybody falls back toward the mean, and more so where more are treated.
            var change = -1.0 - stratum + random.nextGaussian() - (treated ? 1.5 : 0);
            rows.add(new Observation(i, stratum, treated, 5 + stratum, 5 + stratum + change));
        }

        var found = (Estimated) DifferenceInDifferences.estimate(rows);

        assertThat(found.effect()).isBetween(-2.1, -0.9);
        assertThat(found.low()).isLessThan(found.effect());
        assertThat(found.isClear()).isTrue();
    }

    @Test
    void anEffectThatIsNotThereIsRarelySeen() {
        var falseAlarms = 0;
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var rows = new ArrayList<Observation>();
            for (var i = 0; i < 120; i++) {
                rows.add(new Observation(i, i % 3, random.nextBoolean(), 5, 5 - i % 3 + random.nextGaussian()));
            }
            if (((Estimated) DifferenceInDifferences.estimate(rows)).isClear()) {
                falseAlarms++;
            }
        }

        assertThat(falseAlarms).isBetween(1, 20);
    }

    @Test
    void anOutcomeSaysWhatBecameOfTheStudent() {
        assertThat(outcome(false, false, true, true, 3, 1)).isEqualTo(CaseOutcome.RE_ENGAGED);
        assertThat(outcome(false, false, true, true, 2, 5)).isEqualTo(CaseOutcome.NO_CHANGE);
        assertThat(outcome(false, false, true, false, 9, 9, RiskLevel.LOW, RiskLevel.LOW))
                .isEqualTo(CaseOutcome.IMPROVED);
        assertThat(outcome(false, false, true, false, 0, 0, RiskLevel.LOW)).isEqualTo(CaseOutcome.NO_CHANGE);
        assertThat(outcome(false, false, true, false, 0, 0, RiskLevel.LOW, RiskLevel.CRITICAL))
                .isEqualTo(CaseOutcome.WORSENED);
        assertThat(outcome(true, true, false, true, 9, 9)).isEqualTo(CaseOutcome.WITHDREW);
        assertThat(outcome(false, true, false, true, 9, 9)).isEqualTo(CaseOutcome.COMPLETED_COURSE);
        assertThat(outcome(false, false, false, true, 9, 9)).isEqualTo(CaseOutcome.NOT_REACHED);
    }

    @Test
    void unequalErrorRatesStopTheUseOfLevels() {
        var fair = new ArrayList<Judged>();
        var unfair = new ArrayList<Judged>();
        for (var i = 0; i < 100; i++) {
            var level = i % 2 == 0 ? RiskLevel.HIGH : RiskLevel.LOW;
            fair.add(new Judged(level, i < 50, i % 4 < 2 ? "a" : "b"));
            unfair.add(new Judged(i % 4 < 2 ? RiskLevel.HIGH : level, i < 50, i % 4 < 2 ? "a" : "b"));
        }

        assertThat(FairnessReport.of(fair).stopAndReview()).isFalse();
        var report = FairnessReport.of(unfair);
        assertThat(report.stopAndReview()).isTrue();
        assertThat(report.falseNegativeGap()).isGreaterThan(0.4);
        assertThat(report.groups()).extracting(FairnessReport.GroupRates::group).containsExactly("a", "b");
    }

    @Test
    void lowPrecisionAsksForHigherThresholdsAndAHandfulIsNotARate() {
        var judged = new ArrayList<Judged>();
        for (var i = 0; i < 100; i++) {
            judged.add(new Judged(RiskLevel.CRITICAL, i < 29, null));
        }

        assertThat(FairnessReport.of(judged).precision()).isEqualTo(0.29);
        assertThat(FairnessReport.of(judged).raiseThresholds()).isTrue();
        assertThat(FairnessReport.of(judged).falseNegativeGap()).isNull();
        assertThat(FairnessReport.of(judged.subList(0, 19)).precision()).isNull();
    }

    private static CaseOutcome outcome(
            boolean withdrew,
            boolean completed,
            boolean reached,
            boolean inactive,
            int activeDays,
            int submissions,
            RiskLevel... since) {
        return CaseOutcome.of(new FollowUp(
                withdrew, completed, reached, inactive, activeDays, submissions, RiskLevel.HIGH, List.of(since)));
    }
}
