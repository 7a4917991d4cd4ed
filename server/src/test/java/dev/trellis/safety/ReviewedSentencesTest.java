package dev.trellis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the lexicon finds in the reviewed sentences, and what it cries wolf at (domain 13.3).
 *
 * <p>The sentences came in parts. Every part was run once before its misses went into the lexicon, and only that first
 * run says how the lexicon does on words it has not seen. One author wrote the sentences and the lexicon; the held-out
 * third was known to that author, the two fresh parts were written after the lexicon. First runs, found of all:
 * held-out S3 20/22, S2 32/32, false positives 0/42; fresh S3 10/20, S2 22/34, false positives 5/49; second fresh
 * S3 11/18, S2 20/32, false positives 4/44. What is asserted below is that no reviewed sentence is lost again.
 */
class ReviewedSentencesTest {
    private static final Triage TRIAGE = new Triage();
    private static final TriageContext CONTEXT = TriageContext.on(LocalDate.of(2026, 11, 20));

    /** How many of how many. */
    private record Share(int part, int whole) {
        static Share of(List<ReviewedSentence> sentences, Predicate<ReviewedSentence> counted) {
            return new Share((int) sentences.stream().filter(counted).count(), sentences.size());
        }

        double value() {
            return (double) part / whole;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.3f (%d of %d)", value(), part, whole);
        }
    }

    @Test
    void theReviewedSetIsLargeEnough() {
        assertThat(ReviewedSentence.all()).hasSizeGreaterThanOrEqualTo(320);
        assertThat(expecting(SafetyLevel.S3)).hasSizeGreaterThanOrEqualTo(60);
        assertThat(expecting(SafetyLevel.S2)).hasSizeGreaterThanOrEqualTo(80);
        assertThat(expecting(SafetyLevel.S1)).hasSizeGreaterThanOrEqualTo(40);
        assertThat(expecting(SafetyLevel.S0)).hasSizeGreaterThanOrEqualTo(140);
        assertThat(everydayTalk()).hasSizeGreaterThanOrEqualTo(70);
    }

    @Test
    void findsEmergenciesAndUrgentDangerAndLeavesGymAndFoodTalkAlone() {
        report("all", sentence -> true);
        Stream.of("tuning", "held-out", "fresh", "second-fresh")
                .forEach(part -> report(part, sentence -> sentence.part().equals(part)));
        ReviewedSentence.all().stream()
                .filter(sentence -> assess(sentence).level() != sentence.level()
                        || (assess(sentence).isRaised() && assess(sentence).subject() != sentence.subject()))
                .forEach(sentence -> System.out.println("differs: " + sentence + " -> " + assess(sentence)));

        assertThat(found(expecting(SafetyLevel.S3)).value()).isGreaterThanOrEqualTo(.99);
        assertThat(found(expecting(SafetyLevel.S2)).value()).isGreaterThanOrEqualTo(.97);
        assertThat(raisedTooHigh(everydayTalk()).value()).isLessThanOrEqualTo(.02);
    }

    private static void report(String part, Predicate<ReviewedSentence> in) {
        System.out.printf(
                Locale.ROOT,
                "%-12s recall S3 %s, S2 %s, S1 %s; false positives in everyday talk %s, in all S0 %s; exact level %s%n",
                part,
                found(expecting(SafetyLevel.S3).stream().filter(in).toList()),
                found(expecting(SafetyLevel.S2).stream().filter(in).toList()),
                found(expecting(SafetyLevel.S1).stream().filter(in).toList()),
                raisedTooHigh(everydayTalk().stream().filter(in).toList()),
                raisedTooHigh(expecting(SafetyLevel.S0).stream().filter(in).toList()),
                Share.of(
                        ReviewedSentence.all().stream().filter(in).toList(),
                        sentence -> assess(sentence).level() == sentence.level()));
    }

    private static Share found(List<ReviewedSentence> sentences) {
        return Share.of(sentences, sentence -> assess(sentence).level().atLeast(sentence.level()));
    }

    private static Share raisedTooHigh(List<ReviewedSentence> sentences) {
        return Share.of(sentences, sentence -> assess(sentence).level() != sentence.level());
    }

    private static List<ReviewedSentence> expecting(SafetyLevel level) {
        return ReviewedSentence.all().stream()
                .filter(sentence -> sentence.level() == level)
                .toList();
    }

    private static List<ReviewedSentence> everydayTalk() {
        return ReviewedSentence.all().stream()
                .filter(ReviewedSentence::isEverydayTalk)
                .toList();
    }

    private static TriageResult assess(ReviewedSentence sentence) {
        return TRIAGE.assess(sentence.text(), CONTEXT);
    }
}
