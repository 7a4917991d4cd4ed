package dev.trellis.interventions.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * How to speak of an outcome.
 *
 * @param noun in the middle of a sentence
 * @param unit with a leading space, or empty when unknown
 * @param more what it is when there is more of it
 * @param less what it is when there is less of it
 */
record OutcomeWords(String noun, String unit, String more, String less) {

    static OutcomeWords of(String outcome) {
        return switch (outcome.toLowerCase(Locale.ROOT)) {
            case "mood", "stress", "pain", "energy" ->
                new OutcomeWords(outcome.toLowerCase(Locale.ROOT), " points", "higher", "lower");
            case "sleep_h", "sleep_hours" -> new OutcomeWords("sleep", " hours", "longer", "shorter");
            case "completion" -> new OutcomeWords("completion", " percentage points", "higher", "lower");
            default -> new OutcomeWords("“" + outcome.replace('_', ' ').strip() + "”", "", "higher", "lower");
        };
    }

    String more(boolean more) {
        return more ? this.more : less;
    }

    /** Such as {@code about +0.6 points}; a change that rounds to nothing is said to be that small instead of zero. */
    String change(double value) {
        var rounded = oneDecimal(value);
        return rounded.equals("0.0") ? "less than 0.1" + unit : "about " + rounded + unit;
    }

    /** Such as {@code between +0.3 and +1.0 points}. */
    String range(double low, double high) {
        return "between " + oneDecimal(low) + " and " + oneDecimal(high) + unit;
    }

    /** With its sign, HALF_UP, never "-0.0". */
    static String oneDecimal(double value) {
        var rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString();
    }

    static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
