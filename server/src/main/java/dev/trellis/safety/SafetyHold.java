package dev.trellis.safety;

import java.time.Instant;
import java.util.UUID;

/**
 * An open danger that stops recommendations, nudges and challenges.
 *
 * @param eventId the gravest open event
 * @param since when the first of them was found
 * @param needsStaff true when only a clinician or staff can lift it; otherwise the person confirms being safe
 */
public record SafetyHold(UUID eventId, SafetyLevel level, SafetyTopic topic, Instant since, boolean needsStaff) {}
