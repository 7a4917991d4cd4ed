package dev.trellis.nutrition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which meal something was eaten at. */
public enum MealType {
    @JsonProperty("breakfast")
    BREAKFAST,
    @JsonProperty("lunch")
    LUNCH,
    @JsonProperty("dinner")
    DINNER,
    @JsonProperty("snack")
    SNACK
}
