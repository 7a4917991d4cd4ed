package dev.trellis.identity;

import java.time.Instant;
import java.util.UUID;

/** A log-in on one device. */
public record Session(UUID id, String device, Instant createdAt, Instant lastRefreshedAt, Instant expiresAt) {}
