package dev.trellis.messaging;

import dev.trellis.interventions.InterventionReviewed;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells authors what a reviewer decided on their submission, and why. */
@Singleton
class TellAuthorOfReview extends Telling<InterventionReviewed> {
    TellAuthorOfReview(NotificationStore notifications) {
        super("tell_author_of_review", InterventionReviewed.class, "intervention_reviewed", notifications);
    }

    /** What the notification is about. */
    record About(UUID submissionId, int interventionId, String status, String note) {}

    @Override
    Stream<Words> of(InterventionReviewed event) {
        return Stream.of(new Words(
                event.userId(),
                ReviewText.title(event),
                ReviewText.body(event),
                new About(event.subjectId(), event.interventionId(), event.status(), event.note())));
    }
}
