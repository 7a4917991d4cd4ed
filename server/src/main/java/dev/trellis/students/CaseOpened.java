package dev.trellis.students;

import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import dev.trellis.students.risk.RiskLevel;
import java.util.List;
import java.util.UUID;

/** A case was opened for a student. */
@EventType("student.case_opened")
public record CaseOpened(UUID userId, UUID subjectId, UUID courseId, RiskLevel level, List<String> reasons)
        implements DomainEvent {}
