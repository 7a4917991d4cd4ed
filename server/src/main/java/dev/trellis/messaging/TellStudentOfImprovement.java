package dev.trellis.messaging;

import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import dev.trellis.students.StudentImproved;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Good news for a student: their level has fallen. */
@ApplicationScoped
class TellStudentOfImprovement implements EventHandler<StudentImproved> {
    private final NotificationStore notifications;

    TellStudentOfImprovement(NotificationStore notifications) {
        this.notifications = notifications;
    }

    /** What the notification is about. */
    record About(UUID enrollmentId, UUID courseId) {}

    @Override
    public String name() {
        return "tell_student_of_improvement";
    }

    @Override
    public Class<StudentImproved> event() {
        return StudentImproved.class;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<StudentImproved>> batch) {
        notifications.add(
                tx,
                "student_improved",
                batch.stream()
                        .map(one -> new NewNotification(
                                one.event().userId(),
                                one.eventId(),
                                one.occurredAt(),
                                "Going better",
                                CaseText.forStudent(one.event()),
                                new About(one.event().subjectId(), one.event().courseId())))
                        .toList());
    }
}
