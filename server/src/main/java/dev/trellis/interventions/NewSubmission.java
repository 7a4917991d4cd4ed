package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An intervention of a person's own, as they hand it in or change it.
 *
 * @param profileMatch whom it suits
 * @param scientificSource where it comes from, when it comes from somewhere
 * @param contraindicationTags what may speak against it, from the catalogue's list
 * @param contraindications the same in words
 */
public record NewSubmission(
        @NotBlank(message = "names it") @Size(max = 120) String name,

        @NotBlank(message = "says what it is and why it may help") @Size(max = 2000)
        String description,

        @Size(max = 1000) @Nullable String profileMatch,
        @Size(max = 1000) @Nullable String scientificSource,
        @NotBlank(message = "is one of the catalogue's") String category,

        @NotNull(message = "has 1 to 10 habits") @Size(min = 1, max = 10)
        List<@NotNull @Valid NewHabit> habits,

        @NotNull(message = "is 7 to 84 days") @Min(7) @Max(84)
        Integer durationDays,

        @Size(max = 60) @Nullable List<@NotNull String> contraindicationTags,
        @Size(max = 1000) @Nullable String contraindications) {

    /**
     * A habit it asks for; in JSON its name alone will do.
     *
     * @param timesPerWeek on how many days of a week, 1 to 6; absent means what its words say, or every day
     */
    public record NewHabit(
            @NotBlank(message = "says what to do") @Size(max = 200)
            String name,

            @Min(1) @Max(6) @Nullable Integer timesPerWeek) {
        @JsonCreator
        public NewHabit {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static NewHabit of(String name) {
            return new NewHabit(name, null);
        }
    }

    String profileMatchOrEmpty() {
        return Objects.requireNonNullElse(profileMatch, "");
    }

    String sourceOrEmpty() {
        return Objects.requireNonNullElse(scientificSource, "");
    }

    String contraindicationsOrEmpty() {
        return Objects.requireNonNullElse(contraindications, "");
    }

    List<String> tags() {
        return contraindicationTags == null
                ? List.of()
                : contraindicationTags.stream().distinct().toList();
    }

    List<HabitTemplate> templates() {
        return habits.stream()
                .map(habit -> new HabitTemplate(
                        habit.name().strip(),
                        habit.timesPerWeek() == null
                                ? HabitFrequency.timesPerWeek(habit.name(), durationDays)
                                : habit.timesPerWeek()))
                .toList();
    }

    /** Everything somebody else may one day read. */
    List<String> texts() {
        return Stream.concat(
                        Stream.of(
                                name, description, profileMatchOrEmpty(), sourceOrEmpty(), contraindicationsOrEmpty()),
                        habits.stream().map(NewHabit::name))
                .toList();
    }
}
