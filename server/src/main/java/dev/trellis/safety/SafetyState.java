package dev.trellis.safety;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands.
 *
 * @param level of the gravest open event, {@code s0} when there is none
 * @param held whether recommendations, nudges and challenges wait
 * @param since when the hold began
 * @param needsStaff whether the person alone cannot lift the hold
 * @param messages what to show, the gravest first
 * @param contacts whom to call in the person's country, whatever the level
 * @param resumes what lifts it, in a sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SafetyState(
        SafetyLevel level,
        boolean held,
        @Nullable Instant since,
        boolean needsStaff,
        List<String> messages,
        SafetyNotice.@Nullable Contacts contacts,
        @Nullable String resumes) {
    /** Whether life may be in danger: then nothing else matters, and nothing else is shown first. */
    public boolean emergency() {
        return held && level == SafetyLevel.S3;
    }
}
