package dev.trellis.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an account may be used. */
public enum AccountStatus {
    @JsonProperty("active")
    ACTIVE,
    /** Kept, but every token and every log-in is refused. */
    @JsonProperty("suspended")
    SUSPENDED
}
