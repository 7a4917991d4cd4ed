package dev.trellis.interventions.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Reads from habit texts how many minutes a day with every habit due asks for. Times that only say when ("within 30
 * minutes of", "2 hours before bed", "at least every 45 minutes") do not count; a weekly amount is spread over seven days.
 */
public final class HabitMinutes {
    private static final Map<String, Integer> WORDS = Map.of(
            "one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "ten", 10, "fifteen", 15, "twenty", 20, "thirty", 30);
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<before>\\b(?:within|every|than|about|above|after|keep|work|limits? to|stop [a-z ]+)\\s+)?"
                    + "\\b(?:\\d{1,3}\\s*-\\s*)?(?<high>\\d{1,3}|" + String.join("|", WORDS.keySet()) + ")"
                    + "(?:\\s+extra)?[\\s-]+(?<unit>minutes?|min|hours?|h)\\b"
                    + "(?<after>\\s+(?:before|of the|of waking|away|in total|a week|from|limit)\\b)?");

    /** Longer spans are not spent practising: six hours in bed, eight hours without coffee. */
    private static final int LONGEST = 180;

    private HabitMinutes() {}

    /** The minutes of all habits together; empty when none of them names an amount. */
    public static OptionalInt perDay(List<String> habits) {
        var known = habits.stream()
                .map(HabitMinutes::of)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .toArray();
        return known.length == 0
                ? OptionalInt.empty()
                : OptionalInt.of(Arrays.stream(known).sum());
    }

    /** The longest amount one habit names: programmes that build up are judged by where they end. */
    private static OptionalInt of(String habit) {
        var longest = OptionalInt.empty();
        var matcher = AMOUNT.matcher(habit.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            var after = matcher.group("after");
            var weekly = after != null && after.contains("week");
            var minutes = minutes(matcher.group("high"), matcher.group("unit"));
            if (matcher.group("before") == null && (after == null || weekly) && minutes <= LONGEST) {
                longest = OptionalInt.of(Math.max(weekly ? (minutes + 6) / 7 : minutes, longest.orElse(0)));
            }
        }
        return longest;
    }

    private static int minutes(String number, String unit) {
        var known = WORDS.get(number);
        var amount = known == null ? Integer.parseInt(number) : known;
        return unit.startsWith("h") ? amount * 60 : amount;
    }
}
