package dev.trellis.interventions.outcome;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a summary says nothing about the trend of mood. */
public enum MoodTrendReason {
    /** Fewer than four days with a mood in one of the halves. */
    INSUFFICIENT_DATA;

    /** The word stored and sent. */
    @JsonValue
    public String wire() {
        return "insufficient_data";
    }
}
