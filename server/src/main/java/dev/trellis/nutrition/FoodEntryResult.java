package dev.trellis.nutrition;

import dev.trellis.platform.Problem.FieldError;
import dev.trellis.safety.SafetyNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of logging or correcting what was eaten. */
public sealed interface FoodEntryResult {
    /** It is kept like this; with help when the words sounded like somebody who needs it. */
    record Kept(FoodEntry entry, @Nullable SafetyNotice safety) implements FoodEntryResult {}

    /** Some of it cannot be; nothing was kept. */
    record Invalid(List<FieldError> errors) implements FoodEntryResult {}

    /** The person has no such entry. */
    record Unknown() implements FoodEntryResult {}
}
