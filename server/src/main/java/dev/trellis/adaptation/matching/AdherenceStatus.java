package dev.trellis.adaptation.matching;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of something planned (domain 04.5). */
public enum AdherenceStatus {
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("similar")
    SIMILAR,
    @JsonProperty("partial")
    PARTIAL,
    @JsonProperty("skipped")
    SKIPPED,
    @JsonProperty("unknown")
    UNKNOWN
}
