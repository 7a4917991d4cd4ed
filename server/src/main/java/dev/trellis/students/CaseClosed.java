package dev.trellis.students;

import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.util.UUID;

/**
 * A student's case was resolved or dismissed.
 *
 * @param status {@code resolved} or {@code dismissed}
 */
@EventType("student.case_closed")
public record CaseClosed(UUID userId, UUID subjectId, UUID courseId, String courseTitle, String status)
        implements DomainEvent {}
