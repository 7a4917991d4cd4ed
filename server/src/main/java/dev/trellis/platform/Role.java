package dev.trellis.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** In which capacity somebody acts. A person may hold several roles; a transaction states exactly one. */
public enum Role {
    /** Anyone with an account, on their own data. */
    PARTICIPANT,
    /** A trainer or coach, on the people who gave consent. */
    TRAINER,
    /** Reads and grades what people submit to the catalogue. */
    REVIEWER,
    /** Runs the server. */
    ADMIN;

    /** The name in the database, in JSON and in the security layer: lower case. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that wire name; {@link IllegalArgumentException} when there is none. */
    @JsonCreator
    public static Role of(String wire) {
        return Arrays.stream(values())
                .filter(role -> role.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a role is participant, trainer, reviewer or admin"));
    }
}
