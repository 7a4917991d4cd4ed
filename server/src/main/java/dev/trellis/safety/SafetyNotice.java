package dev.trellis.safety;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.regex.Pattern;
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
    public record Contacts(String line, String emergency) {
        private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ()-]*");

        /** The line as a phone dials it; empty when it is more than a number. */
        public String lineToDial() {
            return dialled(line);
        }

        /** The emergency number as a phone dials it; empty when it is more than a number. */
        public String emergencyToDial() {
            return dialled(emergency);
        }

        private static String dialled(String text) {
            return NUMBER.matcher(text).matches() ? text.replaceAll("[ ()-]", "") : "";
        }
    }
}
