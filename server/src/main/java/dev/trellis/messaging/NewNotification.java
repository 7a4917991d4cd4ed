package dev.trellis.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * A notification to be written.
 *
 * @param sourceEventId the event it tells of: the same event never tells the same thing twice
 * @param data becomes a JSON object
 */
record NewNotification(UUID userId, UUID sourceEventId, Instant createdAt, String title, String body, Object data) {}
