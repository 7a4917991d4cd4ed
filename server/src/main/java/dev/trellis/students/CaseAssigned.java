package dev.trellis.students;

import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A student's case was given to a trainer.
 *
 * @param dueOn by when somebody should have begun
 */
@EventType("student.case_assigned")
public record CaseAssigned(
        UUID userId,
        UUID subjectId,
        UUID courseId,
        String courseTitle,
        String studentName,
        UUID trainerId,
        LocalDate dueOn)
        implements DomainEvent {}
