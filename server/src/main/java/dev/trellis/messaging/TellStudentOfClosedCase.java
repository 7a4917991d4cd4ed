package dev.trellis.messaging;

import dev.trellis.students.CaseClosed;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells a student that a case about them is resolved. Of a dismissed one they can read, but need not be told. */
@Singleton
class TellStudentOfClosedCase extends Telling<CaseClosed> {
    TellStudentOfClosedCase(NotificationStore notifications) {
        super("tell_student_of_closed_case", CaseClosed.class, "student_case_closed", notifications);
    }

    /** What the notification is about. */
    record About(UUID caseId, UUID courseId) {}

    @Override
    Stream<Words> of(CaseClosed event) {
        return event.status().equals("resolved")
                ? Stream.of(new Words(
                        event.userId(),
                        "Talked over",
                        CaseText.forStudent(event),
                        new About(event.subjectId(), event.courseId())))
                : Stream.empty();
    }
}
