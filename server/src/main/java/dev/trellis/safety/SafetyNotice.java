package dev.trellis.safety;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a person reads beside the answer when what they wrote gave reason to worry.
 *
 * @param message the text to show, above everything else
 * @param contacts whom to call; absent when the country is not known, and then the message says where to look
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SafetyNotice(
        SafetyLevel level, String message, @Nullable Contacts contacts) {
    /** The numbers of the person's country; {@code line} may be empty. */
    public record Contacts(String line, String emergency) {}
}
