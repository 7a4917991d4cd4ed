package dev.trellis.assessment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to change, as they tell it.
 *
 * @param goal the wish in a sentence
 * @param text anything else, in their own words
 * @param categories areas they picked; {@code blockedCategories} those they do not want to hear about
 * @param sleepQuality 1 (very bad) to 5 (very good)
 * @param stress 1 (calm) to 5 (overwhelmed)
 * @param maxDurationDays the longest trial they want, in days
 * @param maxMinutesPerDay the most time they can give, in minutes a day
 * @param wantsRepeats offer again what was completed less than 60 days ago
 */
public record NewIntake(
        @NotBlank(message = "says in a sentence what should change") @Size(max = 500)
        String goal,

        @Size(max = 4000) @Nullable String text,
        @Size(max = 20) @Nullable List<@NotNull String> categories,
        @Size(max = 20) @Nullable List<@NotNull String> blockedCategories,
        @Min(1) @Max(5) @Nullable Integer sleepQuality,
        @Min(1) @Max(5) @Nullable Integer stress,
        @Nullable CyclePhase cyclePhase,
        @Min(7) @Max(84) @Nullable Integer maxDurationDays,
        @Min(1) @Max(240) @Nullable Integer maxMinutesPerDay,
        @Nullable Boolean wantsRepeats) {

    String textOrEmpty() {
        return Objects.requireNonNullElse(text, "");
    }

    List<String> categoriesOrNone() {
        return categories == null ? List.of() : categories.stream().distinct().toList();
    }

    List<String> blockedOrNone() {
        return blockedCategories == null
                ? List.of()
                : blockedCategories.stream().distinct().toList();
    }

    boolean repeats() {
        return wantsRepeats != null && wantsRepeats;
    }
}
