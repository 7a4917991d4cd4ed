package dev.trellis.messaging;

import dev.trellis.students.StudentImproved;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;

/** Good news for a student: their level has fallen. */
@Singleton
class TellStudentOfImprovement extends Telling<StudentImproved> {
    TellStudentOfImprovement(NotificationStore notifications) {
        super("tell_student_of_improvement", StudentImproved.class, "student_improved", notifications);
    }

    /** What the notification is about. */
    record About(UUID enrollmentId, UUID courseId) {}

    @Override
    Stream<Words> of(StudentImproved event) {
        return Stream.of(new Words(
                event.userId(),
                "Going better",
                CaseText.forStudent(event),
                new About(event.subjectId(), event.courseId())));
    }
}
