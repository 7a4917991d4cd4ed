package dev.trellis.assessment;

import java.time.Instant;
import java.util.UUID;

/**
 * A consultation with all its answers.
 *
 * @param startedAt what was measured later is taken to be newer than what was told
 */
public record AnsweredConsultation(UUID id, ConsultationAnswers answers, Instant startedAt) {}
