package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** "Did it help?", asked when a period ends or is abandoned. */
public record Feedback(Answer answer, String comment) {
    /** What a person says. Only the first two are a try; the others say nothing about the intervention (domain 08.4). */
    public enum Answer {
        HELPED,
        DID_NOT_HELP,
        DID_NOT_TRY,
        STOPPED_FOR_OTHER_REASON;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The answer of that wire name. */
        @JsonCreator
        public static Answer of(String wire) {
            return Arrays.stream(values())
                    .filter(answer -> answer.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "an answer is helped, did_not_help, did_not_try or stopped_for_other_reason"));
        }

        /** True when it counts as a try. */
        public boolean isTry() {
            return this == HELPED || this == DID_NOT_HELP;
        }
    }
}
