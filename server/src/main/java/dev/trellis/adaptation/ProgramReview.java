package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One review of a program: what each loop saw, thought and suggests.
 *
 * @param dryRun   nothing was stored and nothing changes
 * @param next     when the next one is
 * @param calories absent where the program has no targets, or none that may be shown
 * @param volume   absent where the program has no training
 * @param messages what was noticed besides
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgramReview(
        UUID programId,
        LocalDate reviewedOn,
        boolean dryRun,
        @Nullable LocalDate next,
        @Nullable Loop calories,
        @Nullable Loop volume,
        List<String> messages) {
    public ProgramReview {
        messages = List.copyOf(messages);
    }

    /**
     * What one loop did.
     *
     * @param outcome      {@code changed}, {@code no_change} or {@code to_maintenance}
     * @param gate         what held the controller back; absent when it ran
     * @param before       kcal a day, or weekly sets
     * @param after        the same, as suggested
     * @param terms        every term
     * @param sentence     as it is shown
     * @param planChangeId the change that was proposed or made
     * @param status       where that change stands
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Loop(
            String outcome,
            @Nullable String gate,
            int before,
            int after,
            Map<String, Object> terms,
            String sentence,
            @Nullable UUID planChangeId,
            @Nullable String status) {}
}
