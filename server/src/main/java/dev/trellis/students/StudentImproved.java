package dev.trellis.students;

import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import dev.trellis.students.risk.RiskLevel;
import java.util.UUID;

/** A student's level has fallen: they need less support than before. */
@EventType("student.improved")
public record StudentImproved(UUID userId, UUID subjectId, UUID courseId, RiskLevel before, RiskLevel now)
        implements DomainEvent {}
