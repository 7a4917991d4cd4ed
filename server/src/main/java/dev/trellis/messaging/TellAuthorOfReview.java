package dev.trellis.messaging;

import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import dev.trellis.interventions.InterventionReviewed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tells authors what a reviewer decided on their submission, and why. */
@ApplicationScoped
class TellAuthorOfReview implements EventHandler<InterventionReviewed> {
    private static final String TYPE = "intervention_reviewed";

    private final NotificationStore notifications;

    TellAuthorOfReview(NotificationStore notifications) {
        this.notifications = notifications;
    }

    /** What the notification is about. */
    record About(UUID submissionId, int interventionId, String status, String note) {}

    @Override
    public String name() {
        return "tell_author_of_review";
    }

    @Override
    public Class<InterventionReviewed> event() {
        return InterventionReviewed.class;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<InterventionReviewed>> batch) {
        notifications.add(tx, TYPE, batch.stream().map(TellAuthorOfReview::tell).toList());
    }

    private static NewNotification tell(Occurrence<InterventionReviewed> occurrence) {
        var reviewed = occurrence.event();
        return new NewNotification(
                reviewed.userId(),
                occurrence.eventId(),
                occurrence.occurredAt(),
                ReviewText.title(reviewed),
                ReviewText.body(reviewed),
                new About(reviewed.subjectId(), reviewed.interventionId(), reviewed.status(), reviewed.note()));
    }
}
