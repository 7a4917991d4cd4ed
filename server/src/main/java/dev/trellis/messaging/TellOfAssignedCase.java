package dev.trellis.messaging;

import dev.trellis.students.CaseAssigned;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells a trainer of a case that is now theirs, and the student that somebody may get in touch. */
@Singleton
class TellOfAssignedCase extends Telling<CaseAssigned> {
    TellOfAssignedCase(NotificationStore notifications) {
        super("tell_of_assigned_case", CaseAssigned.class, "student_case_assigned", notifications);
    }

    /** What the notification is about. */
    record About(UUID caseId, UUID courseId) {}

    @Override
    Stream<Words> of(CaseAssigned event) {
        var about = new About(event.subjectId(), event.courseId());
        return Stream.of(
                new Words(event.trainerId(), "A student may need support", CaseText.forTrainer(event), about),
                new Words(event.userId(), "Somebody would like to hear from you", CaseText.forStudent(event), about));
    }
}
