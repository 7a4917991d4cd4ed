package dev.trellis.messaging;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something the server tells a person.
 *
 * @param data what it is about, by ids and addresses; its shape depends on the type
 */
public record Notification(
        UUID id,
        String type,
        String title,
        String body,
        @JsonRawValue @Schema(implementation = Object.class) String data,
        boolean read,
        Instant createdAt) {}
