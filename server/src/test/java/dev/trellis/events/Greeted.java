package dev.trellis.events;

import java.util.UUID;

/** An event for tests: somebody was greeted with these words. */
@EventType("test.greeted")
record Greeted(UUID userId, UUID subjectId, String words) implements DomainEvent {}
