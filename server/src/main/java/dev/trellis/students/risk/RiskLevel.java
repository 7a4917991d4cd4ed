package dev.trellis.students.risk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How much support a student seems to need, in rising order (domain 10.2). */
public enum RiskLevel {
    LOW(0),
    MODERATE(3),
    HIGH(6),
    CRITICAL(9);

    private final int fromPoints;

    RiskLevel(int fromPoints) {
        this.fromPoints = fromPoints;
    }

    /** The level of so many points: 0-2 low, 3-5 moderate, 6-8 high, from 9 critical. */
    public static RiskLevel ofPoints(int points) {
        return Arrays.stream(values())
                .filter(level -> points >= level.fromPoints)
                .reduce(LOW, (lower, higher) -> higher);
    }

    /** The higher of the two. */
    public RiskLevel or(RiskLevel other) {
        return isAbove(other) ? this : other;
    }

    /** True when this one is higher. */
    public boolean isAbove(RiskLevel other) {
        return compareTo(other) > 0;
    }

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of that wire name. */
    @JsonCreator
    public static RiskLevel of(String wire) {
        return Arrays.stream(values())
                .filter(level -> level.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a level is low, moderate, high or critical"));
    }
}
