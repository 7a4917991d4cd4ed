package dev.trellis.interventions;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how often a habit is meant from its own words (domain file 09: no frequency means daily). Of a range the
 * smaller number counts: whoever does it that often has done what was asked.
 */
final class HabitFrequency {
    private static final int DAYS = 7;
    private static final List<Pattern> TIMES_A_WEEK = List.of(
            Pattern.compile("\\b(\\d+)(?:\\s*[-–]\\s*\\d+)? (?:days|times|nights|sessions) (?:a|per|each) week\\b"),
            Pattern.compile("\\b(\\d+)x (?:a|per) week\\b"));
    private static final Pattern TWICE = Pattern.compile("\\btwice (?:a|per|each) week\\b");
    private static final Pattern ONCE = Pattern.compile(
            "^weekly\\b|\\b(?:once|one day) (?:a|per|each) week\\b|\\bevery week\\b|\\bhours? a week\\b");
    private static final Pattern IN_TOTAL = Pattern.compile("\\b(\\d+) (?:days|times) in total\\b");

    private HabitFrequency() {}

    /**
     * On how many days of a week.
     *
     * @param durationDays over how many days a "4 days in total" is spread; rounded up, so that the total is reached
     * @return 1 to 6, or null for every day
     */
    static @Nullable Integer timesPerWeek(String habit, int durationDays) {
        var text = habit.toLowerCase(Locale.ROOT);
        for (var pattern : TIMES_A_WEEK) {
            var match = pattern.matcher(text);
            if (match.find()) {
                return daily(number(match));
            }
        }
        var total = IN_TOTAL.matcher(text);
        if (total.find()) {
            return daily(Math.ceilDiv(number(total) * DAYS, durationDays));
        }
        if (TWICE.matcher(text).find()) {
            return 2;
        }
        return ONCE.matcher(text).find() ? Integer.valueOf(1) : null;
    }

    private static @Nullable Integer daily(int times) {
        return times >= DAYS ? null : Integer.valueOf(Math.max(1, times));
    }

    private static int number(Matcher match) {
        var digits = match.group(1);
        return digits.length() > 3 ? DAYS : Integer.parseInt(digits);
    }
}
