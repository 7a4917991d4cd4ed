package dev.trellis.messaging;

import dev.trellis.students.CaseEscalated;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells those who answer for a course that nobody began with a case in time. */
@Singleton
class TellLeadsOfLateCase extends Telling<CaseEscalated> {
    TellLeadsOfLateCase(NotificationStore notifications) {
        super("tell_leads_of_late_case", CaseEscalated.class, "student_case_escalated", notifications);
    }

    /** What the notification is about. */
    record About(UUID caseId, UUID courseId) {}

    @Override
    Stream<Words> of(CaseEscalated event) {
        return event.leadIds().stream()
                .map(lead -> new Words(
                        lead,
                        "A case waits for a trainer",
                        CaseText.forLead(event),
                        new About(event.subjectId(), event.courseId())));
    }
}
