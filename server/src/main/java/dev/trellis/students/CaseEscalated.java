package dev.trellis.students;

import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.util.List;
import java.util.UUID;

/** Nobody began with a case in time; those who answer for the course should look at it. */
@EventType("student.case_escalated")
public record CaseEscalated(
        UUID userId, UUID subjectId, UUID courseId, String courseTitle, String studentName, List<UUID> leadIds)
        implements DomainEvent {}
