package dev.trellis.interventions.recommendation;

import java.util.List;
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
            "(?<before>\\b(?:within|every|than|about|after|keep|limits? to|stop [a-z ]+)\\s+)?"
                    + "\\b(?:(?<low>\\d+)\\s*-\\s*)?(?<high>\\d+|" + String.join("|", WORDS.keySet()) + ")"
                    + "(?:\\s+extra)?[\\s-]+(?<unit>minutes?|min|hours?|h)\\b"
                    + "(?<after>\\s+(?:before|of the|of waking|away|in total|a week|from|worry slot before|limit)\\b)?");

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
                : OptionalInt.of(java.util.Arrays.stream(known).sum());
    }

    /** The longest amount one habit names: programmes that build up are judged by where they end. */
    private static OptionalInt of(String habit) {
        var longest = OptionalInt.empty();
        var matcher = AMOUNT.matcher(habit.toLowerCase(java.util.Locale.ROOT));
        while (matcher.find()) {
            var after = matcher.group("after");
            if (matcher.group("before") == null
                    && (after == null || after.contains("week") || after.contains("slot"))) {
                var number = matcher.group("high");
                var amount = WORDS.containsKey(number) ? WORDS.get(number) : Integer.parseInt(number);
                var minutes = matcher.group("unit").startsWith("h") ? amount * 60 : amount;
                var perDay = after != null && after.contains("week") ? (minutes + 6) / 7 : minutes;
                longest = OptionalInt.of(Math.max(perDay, longest.orElse(0)));
            }
        }
        return longest;
    }
}
