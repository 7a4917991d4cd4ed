package dev.trellis.messaging;

import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import dev.trellis.students.CaseAssigned;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Tells a trainer of a case that is now theirs, and the student that somebody may get in touch. */
@ApplicationScoped
class TellOfAssignedCase implements EventHandler<CaseAssigned> {
    private final NotificationStore notifications;

    TellOfAssignedCase(NotificationStore notifications) {
        this.notifications = notifications;
    }

    /** What the notification is about. */
    record About(UUID caseId, UUID courseId) {}

    @Override
    public String name() {
        return "tell_of_assigned_case";
    }

    @Override
    public Class<CaseAssigned> event() {
        return CaseAssigned.class;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<CaseAssigned>> batch) {
        notifications.add(
                tx,
                "student_case_assigned",
                batch.stream()
                        .flatMap(one -> Stream.of(
                                tell(
                                        one,
                                        one.event().trainerId(),
                                        "A student may need support",
                                        CaseText.forTrainer(one.event())),
                                tell(
                                        one,
                                        one.event().userId(),
                                        "Somebody would like to hear from you",
                                        CaseText.forStudent(one.event()))))
                        .toList());
    }

    private static NewNotification tell(Occurrence<CaseAssigned> one, UUID to, String title, String body) {
        var event = one.event();
        return new NewNotification(
                to, one.eventId(), one.occurredAt(), title, body, new About(event.subjectId(), event.courseId()));
    }
}
