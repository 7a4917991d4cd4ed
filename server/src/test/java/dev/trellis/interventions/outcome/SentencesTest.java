package dev.trellis.interventions.outcome;

import static dev.trellis.interventions.outcome.Given.START;
import static dev.trellis.interventions.outcome.Given.day;
import static dev.trellis.interventions.outcome.Given.done;
import static dev.trellis.interventions.outcome.Given.facts;
import static dev.trellis.interventions.outcome.Given.moods;
import static dev.trellis.interventions.outcome.Given.period;
import static dev.trellis.interventions.outcome.Given.repeated;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
    private static final double[] BEFORE = {3, 3, 2, 3, 4, 3, 2, 3, 3, 2, 3, 3, 4, 3};
    private static final double[] AFTER = {3, 4, 4, 3, 4, 5, 4, 3, 4, 4, 4, 5, 4, 4};

    @Test
    void saysHowManyDaysWereRecordedAndWhatTheRateCountsAs() {
        var records = IntStream.range(0, 10).mapToObj(i -> done(i, 80)).toList();
        assertThat(sentences(PeriodFacts.of(period(14), records)))
                .containsExactly("You recorded 10 of 14 days and did 80 % of your plan on them; with the other days "
                        + "counted as zero, that is 57 % of the whole plan.");
    }

    @Test
    void aFullRecordNeedsNoSecondFigure() {
        assertThat(sentences(PeriodFacts.of(period(1), List.of(done(0, 100)))))
                .containsExactly("You recorded 1 of 1 day and did 100 % of your plan on them.");
    }

    @Test
    void nothingRecordedIsSaidWithoutBlame() {
        assertThat(sentences(PeriodFacts.of(period(14), List.of())))
                .containsExactly(
                        "Nothing was recorded on the 14 days of this period, so it cannot say how things went.");
    }

    @Test
    void aPeriodPausedThroughoutSaysSo() {
        var days = new PeriodDays(START, day(3), null, List.of(new DayRange(START, day(3))));
        assertThat(sentences(PeriodFacts.of(days, List.of())))
                .containsExactly("This period was paused on all of its days, so there is nothing to sum up.");
    }

    @Test
    void aMoodTrendIsDescribedWithItsDaysAndWithoutACause() {
        var rising = moods(3, 3, 2, 3, 3, 2, 3, 4, 4, 4, 3, 4, 4, 5);
        assertThat(sentences(PeriodFacts.of(period(14), rising)).get(1))
                .isEqualTo("Your mood averaged 3.4 of 5 over the 14 days you noted it, 2.71 in the first half (7 days) "
                        + "and 4.00 in the second (7 days): it rose. What made it rise, these numbers do not tell.");
    }

    @Test
    void tooFewMoodsAreSaidToBeTooFew() {
        assertThat(sentences(PeriodFacts.of(period(14), moods(3, 3, 3))).get(1))
                .contains("too little to speak of a trend", "there were 3 and 0");
    }

    @Test
    void aClearImprovementIsGivenWithItsIntervalAndOtherCauses() {
        assertThat(lastSentence(facts("mood", Benefit.HIGHER, BEFORE, AFTER)))
                .isEqualTo("Your mood was higher during this period than in your baseline: about +0.6 points (likely "
                        + "between +0.3 and +1.0 points). Other things may have played a part. Mood was recorded on "
                        + "14 of 14 days before and 14 of 14 days during the period.");
    }

    @Test
    void moreStressIsWorseAndLessPainIsBetter() {
        assertThat(lastSentence(facts("stress", Benefit.LOWER, BEFORE, AFTER)))
                .startsWith(
                        "Your stress was probably higher during this period than in your baseline: about +0.6 points");
        assertThat(lastSentence(facts("pain", Benefit.LOWER, AFTER, BEFORE)))
                .startsWith("Your pain was lower during this period than in your baseline: about -0.6 points");
        assertThat(lastSentence(facts("mood", Benefit.HIGHER, AFTER, BEFORE)))
                .startsWith("Your mood was probably lower during this period");
    }

    @Test
    void sleepIsLongerByHoursAndAHintStaysAHint() {
        var before = new double[] {6.5, 6.8, 6.2, 7.0, 6.4, 6.9, 6.6};
        var after = new double[] {6.7, 6.9, 6.5, 7.1, 6.6, 7.0, 6.8};
        assertThat(lastSentence(facts("sleep_h", Benefit.HIGHER, before, after)))
                .startsWith("Your sleep was somewhat longer during this period than in your baseline: about +0.1 hours "
                        + "(likely between -0.1 and +0.3 hours). Take it as a hint, not as proof.");
    }

    @Test
    void noDifferenceCouldBeChance() {
        assertThat(lastSentence(facts("mood", Benefit.HIGHER, BEFORE, BEFORE)))
                .startsWith(
                        "There was no clear change in your mood from your baseline: the difference could be chance");
    }

    @Test
    void tooLittleDataSaysHowMuchThereWas() {
        assertThat(lastSentence(facts("mood", Benefit.HIGHER, Arrays.copyOf(BEFORE, 5), Arrays.copyOf(AFTER, 5))))
                .startsWith(
                        "There is not enough data to say whether your mood changed. Mood was recorded on 5 of 5 days "
                                + "before and 5 of 5 days during the period.");
    }

    @Test
    void valuesThatNeverDifferClaimNeitherChangeNorNone() {
        assertThat(lastSentence(facts("mood", Benefit.HIGHER, repeated(14, 2), repeated(14, 5))))
                .startsWith(
                        "Your mood was noted with almost always the same value, so a change cannot be told from chance.")
                .contains("14 of 14 days");
    }

    @Test
    void aConfoundedEffectSaysThatItCannotBeToldApart() {
        var planned = new PlannedOutcome(
                "mood",
                Benefit.HIGHER,
                START.minusDays(14),
                DailyValues.consecutive(START.minusDays(14), BEFORE),
                DailyValues.consecutive(START, AFTER),
                true);
        assertThat(lastSentence(facts(period(14), planned)))
                .isEqualTo(
                        "Another intervention started within three days of this one, so the two cannot be told apart.");
    }

    @Test
    void aLongSeriesSpeaksOfTheStepAndTheSlope() {
        var random = new Random(4);
        var before = random.doubles(30, 2.5, 3.5).toArray();
        var after = random.doubles(30, 4.5, 5.5).toArray();
        var sentences = sentences(facts("mood", Benefit.HIGHER, before, after));
        assertThat(sentences.get(1)).contains("higher right from the start of this period", "points (likely between +");
        assertThat(sentences.get(2)).contains("trend did not clearly change", "points a week");
    }

    @ParameterizedTest
    @CsvSource({"0.64, +0.6", "0.25, +0.3", "-0.25, -0.3", "0.04, 0.0", "-0.04, 0.0", "0, 0.0", "-0.0, 0.0", "12, +12.0"
    })
    void changesHaveASignAndOneDecimal(double value, String text) {
        assertThat(OutcomeWords.oneDecimal(value)).isEqualTo(text);
    }

    @Test
    void aChangeTooSmallToSeeIsNotCalledZero() {
        assertThat(OutcomeWords.of("sleep_h").change(0.04)).isEqualTo("less than 0.1 hours");
        assertThat(OutcomeWords.of("sleep_h").change(-0.05)).isEqualTo("about -0.1 hours");
    }

    @Test
    void anOwnTrackerIsNamedAsThePersonNamedIt() {
        assertThat(lastSentence(facts("deep_work", Benefit.HIGHER, BEFORE, AFTER)))
                .startsWith("Your “deep work” was higher during this period than in your baseline: about +0.6 (likely");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "tr", "ar"})
    void numbersLookTheSameWhereverTheServerRuns(String language) {
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of(language));
            assertThat(lastSentence(facts("STRESS", Benefit.LOWER, BEFORE, AFTER)))
                    .startsWith("Your stress was probably higher")
                    .contains("+0.6 points");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Property(tries = 300)
    void neverClaimsACauseAndAlwaysCountsDays(
            @ForAll @IntRange(min = 3, max = 30) int length,
            @ForAll @DoubleRange(min = -3, max = 3) double shift,
            @ForAll Benefit benefit,
            @ForAll long seed) {
        var random = new Random(seed);
        var before = random.doubles(length, 1, 5).toArray();
        var after = random.doubles(length, 1 + shift, 5 + shift).toArray();
        var records = new ArrayList<DailyRecord>();
        for (int i = 0; i < length; i++) {
            records.add(Given.mood(i, 1 + random.nextInt(5)));
        }
        var planned = Given.outcome("stress", benefit, before, after);
        var all = sentences(new PeriodFacts(period(length), records, true, false, false, planned, List.of(), false));
        assertThat(all).isNotEmpty();
        assertThat(String.join(" ", all))
                .doesNotContainIgnoringCase("proved")
                .doesNotContainIgnoringCase("works for you")
                .doesNotContainIgnoringCase("caused")
                .doesNotContainIgnoringCase("cure")
                .doesNotContainIgnoringCase("other people")
                .doesNotContain("NaN", "Infinity", "null", "-0.0");
        assertThat(all.stream().filter(sentence -> sentence.contains("stress")))
                .allMatch(sentence -> sentence.contains(length + " of " + length + " days"));
    }

    private static List<String> sentences(PeriodFacts facts) {
        return Summaries.of(facts).details().sentences();
    }

    private static String lastSentence(PeriodFacts facts) {
        return sentences(facts).getLast();
    }
}
