package dev.trellis.programs;

import dev.trellis.programs.training.Exercise;
import dev.trellis.programs.training.Exercises;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which exercises somebody means who writes a name. A wish takes what fits best; an exercise that is not wanted takes
 * everything it may mean, so that "squat" spares them all.
 */
final class ExerciseNames {
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<String, String> OTHER_WORDS = Map.ofEntries(
            Map.entry("db", "dumbbell"),
            Map.entry("kb", "kettlebell"),
            Map.entry("ohp", "overhead press"),
            Map.entry("rdl", "romanian deadlift"),
            Map.entry("bike", "cycling"),
            Map.entry("biking", "cycling"),
            Map.entry("cycle", "cycling"),
            Map.entry("jogging", "running"),
            Map.entry("run", "running"),
            Map.entry("runs", "running"),
            Map.entry("walk", "walking"),
            Map.entry("walks", "walking"),
            Map.entry("swim", "swimming"),
            Map.entry("pullups", "pull up"),
            Map.entry("pullup", "pull up"),
            Map.entry("pushups", "push up"),
            Map.entry("pushup", "push up"),
            Map.entry("chinups", "chin up"),
            Map.entry("chinup", "chin up"),
            Map.entry("skipping", "rope jumping"));

    private final Map<String, Set<String>> wordsById;

    private ExerciseNames(Map<String, Set<String>> wordsById) {
        this.wordsById = wordsById;
    }

    static ExerciseNames of(Exercises exercises) {
        var words = new LinkedHashMap<String, Set<String>>();
        for (var exercise : exercises.all()) {
            words.put(exercise.id(), words(exercise));
        }
        return new ExerciseNames(words);
    }

    /** The exercise that fits best, or those that fit equally well; empty when none does. */
    Set<String> liked(String name) {
        var fitting = unwanted(name);
        int fewest = fitting.stream().mapToInt(this::extraWords).min().orElse(0);
        return fitting.stream().filter(id -> extraWords(id) == fewest).collect(Collectors.toSet());
    }

    /** Every exercise whose name or id has all these words. */
    Set<String> unwanted(String name) {
        var asked = words(name);
        if (asked.isEmpty()) {
            return Set.of();
        }
        return wordsById.entrySet().stream()
                .filter(exercise -> exercise.getValue().containsAll(asked))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private int extraWords(String id) {
        return wordsById.getOrDefault(id, Set.of()).size();
    }

    private static Set<String> words(Exercise exercise) {
        return words(exercise.name() + " " + exercise.id().replace('_', ' '));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(NOT_A_LETTER.split(text.toLowerCase(Locale.ROOT)))
                .map(word -> OTHER_WORDS.getOrDefault(word, word))
                .flatMap(word -> Arrays.stream(word.split(" ")))
                .map(ExerciseNames::singular)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** "Squats" are squats, "ups" are up; "press" is no plural. */
    private static String singular(String word) {
        return word.length() > 2 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
