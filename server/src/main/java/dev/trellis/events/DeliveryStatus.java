package dev.trellis.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How far the reaction of one handler to one event is. */
public enum DeliveryStatus {
    /** Due now or later. */
    PENDING,
    /** Its effect is in the database. */
    DONE,
    /** Failed too often; it waits for an operator to redrive it. */
    PARKED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that wire name. */
    @JsonCreator
    public static DeliveryStatus of(String wire) {
        return Arrays.stream(values())
                .filter(status -> status.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a delivery is pending, done or parked"));
    }
}
