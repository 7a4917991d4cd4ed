package dev.trellis.platform.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;

/** How names of the code are spelled in the API: {@code plannedDurationDays} is {@code planned_duration_days}. */
public final class FieldNames {
    private FieldNames() {}

    /** A name of the code in the spelling of the API. */
    public static String snake(String name) {
        return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(name);
    }
}
