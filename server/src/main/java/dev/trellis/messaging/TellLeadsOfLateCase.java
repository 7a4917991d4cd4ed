package dev.trellis.messaging;

import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import dev.trellis.students.CaseEscalated;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tells those who answer for a course that nobody began with a case in time. */
@ApplicationScoped
class TellLeadsOfLateCase implements EventHandler<CaseEscalated> {
    private final NotificationStore notifications;

    TellLeadsOfLateCase(NotificationStore notifications) {
        this.notifications = notifications;
    }

    /** What the notification is about. */
    record About(UUID caseId, UUID courseId) {}

    @Override
    public String name() {
        return "tell_leads_of_late_case";
    }

    @Override
    public Class<CaseEscalated> event() {
        return CaseEscalated.class;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<CaseEscalated>> batch) {
        notifications.add(
                tx,
                "student_case_escalated",
                batch.stream()
                        .flatMap(one -> one.event().leadIds().stream().map(lead -> tell(one, lead)))
                        .toList());
    }

    private static NewNotification tell(Occurrence<CaseEscalated> one, UUID lead) {
        var event = one.event();
        return new NewNotification(
                lead,
                one.eventId(),
                one.occurredAt(),
                "A case waits for a trainer",
                CaseText.forLead(event),
                new About(event.subjectId(), event.courseId()));
    }
}
