package dev.trellis.messaging;

import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import dev.trellis.students.CaseClosed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tells a student that a case about them is resolved. Of a dismissed one they can read, but need not be told. */
@ApplicationScoped
class TellStudentOfClosedCase implements EventHandler<CaseClosed> {
    private final NotificationStore notifications;

    TellStudentOfClosedCase(NotificationStore notifications) {
        this.notifications = notifications;
    }

    /** What the notification is about. */
    record About(UUID caseId, UUID courseId) {}

    @Override
    public String name() {
        return "tell_student_of_closed_case";
    }

    @Override
    public Class<CaseClosed> event() {
        return CaseClosed.class;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<CaseClosed>> batch) {
        notifications.add(
                tx,
                "student_case_closed",
                batch.stream()
                        .filter(one -> one.event().status().equals("resolved"))
                        .map(one -> new NewNotification(
                                one.event().userId(),
                                one.eventId(),
                                one.occurredAt(),
                                "Talked over",
                                CaseText.forStudent(one.event()),
                                new About(one.event().subjectId(), one.event().courseId())))
                        .toList());
    }
}
