package dev.trellis.safety;

/** When it happened: now or lately, or more than twelve months ago. */
public enum SafetyTense {
    NOW,
    PAST
}
