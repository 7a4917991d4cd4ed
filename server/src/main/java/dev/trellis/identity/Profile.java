package dev.trellis.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person tells about themselves, all of it optional: no list means an empty one, no
 * cycle tracking means none.
 *
 * @param heightCm centimetres, 50 to 272
 * @param safetyFlags contraindication tag to yes or no; a tag that is absent was never asked
 */
public record Profile(
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,

        @Nullable @DecimalMin("50") @DecimalMax("272") @Digits(integer = 3, fraction = 1)
        BigDecimal heightCm,

        @Nullable TrainingAge trainingAge,
        @Size(max = 50) List<@NotNull @Size(min = 1, max = 100) String> equipment,
        @Size(max = 50) List<@NotNull @Size(min = 1, max = 200) String> injuries,
        @Size(max = 50) List<@NotNull @Size(min = 1, max = 100) String> exclusions,
        @Size(max = 50) List<@NotNull @Size(min = 1, max = 100) String> allergies,
        @Size(max = 50) List<@NotNull @Size(min = 1, max = 200) String> goals,
        Boolean cycleTracking,

        @Size(max = 60)
        Map<
                        @Pattern(regexp = TAG, message = "is a tag of lower-case words joined by underscores") String,
                        @NotNull Boolean>
                safetyFlags) {
    static final String TAG = "[a-z][a-z0-9]*(_[a-z0-9]+)*";

    /** What the person never said. */
    public static final Profile EMPTY =
            new Profile(null, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), false, Map.of());

    // Everything may be absent in a request, so each component has what absence means.
    public Profile {
        cycleTracking = Boolean.TRUE.equals(cycleTracking);
        equipment = listOf(equipment);
        injuries = listOf(injuries);
        exclusions = listOf(exclusions);
        allergies = listOf(allergies);
        goals = listOf(goals);
        safetyFlags = safetyFlags == null ? Map.of() : Collections.unmodifiableMap(safetyFlags);
    }

    /** For formulas that know two sexes and for those that ask. */
    public enum Sex {
        @JsonProperty("female")
        FEMALE,
        @JsonProperty("male")
        MALE,
        @JsonProperty("other")
        OTHER
    }

    /** How long somebody has trained, in the words of the training generator. */
    public enum TrainingAge {
        @JsonProperty("none")
        NONE,
        @JsonProperty("beginner")
        BEGINNER,
        @JsonProperty("intermediate")
        INTERMEDIATE,
        @JsonProperty("advanced")
        ADVANCED
    }

    /** Age in full years on a day, when the birth date is known and not later. */
    public Optional<Integer> ageOn(LocalDate day) {
        return Optional.ofNullable(birthDate)
                .filter(born -> !born.isAfter(day))
                .map(born -> Period.between(born, day).getYears());
    }

    /** Yes, no, or never asked. */
    public Optional<Boolean> flag(String tag) {
        return Optional.ofNullable(safetyFlags.get(tag));
    }

    /** The same with these answers to safety questions; they replace earlier ones to the same questions. */
    public Profile withAnswers(Map<String, Boolean> answers) {
        var flags = new HashMap<>(safetyFlags);
        flags.putAll(answers);
        return new Profile(
                birthDate,
                sex,
                heightCm,
                trainingAge,
                equipment,
                injuries,
                exclusions,
                allergies,
                goals,
                cycleTracking,
                flags);
    }

    private static List<String> listOf(@Nullable List<String> given) {
        return given == null ? List.of() : Collections.unmodifiableList(given);
    }

    /** Nothing: it is all personal. */
    @Override
    public String toString() {
        return "Profile[hidden]";
    }
}
