package dev.trellis.messaging;

import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import dev.trellis.interventions.InterventionCompleted;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tells people that their period is complete, in the transaction that completes it. */
@ApplicationScoped
class SendCompletionNotification implements EventHandler<InterventionCompleted> {
    private static final String TYPE = "intervention_completed";

    private final NotificationStore notifications;

    SendCompletionNotification(NotificationStore notifications) {
        this.notifications = notifications;
    }

    /** What the notification is about. */
    record About(UUID periodId, @Nullable Integer interventionId, boolean autoCompleted, String summaryPath) {}

    @Override
    public String name() {
        return "send_completion_notification";
    }

    @Override
    public Class<InterventionCompleted> event() {
        return InterventionCompleted.class;
    }

    @Override
    public Timing timing() {
        return Timing.IMMEDIATE;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<InterventionCompleted>> batch) {
        notifications.add(
                tx, TYPE, batch.stream().map(SendCompletionNotification::tell).toList());
    }

    private static NewNotification tell(Occurrence<InterventionCompleted> occurrence) {
        var completed = occurrence.event();
        return new NewNotification(
                completed.userId(),
                occurrence.eventId(),
                occurrence.occurredAt(),
                CompletionText.title(completed),
                CompletionText.body(completed),
                new About(
                        completed.subjectId(),
                        completed.interventionId(),
                        completed.autoCompleted(),
                        "/intervention-periods/" + completed.subjectId() + "/summary"));
    }
}
