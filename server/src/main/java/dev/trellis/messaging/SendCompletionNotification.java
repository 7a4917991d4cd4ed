package dev.trellis.messaging;

import dev.trellis.interventions.InterventionCompleted;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells people that their period is complete, in the transaction that completes it. */
@Singleton
class SendCompletionNotification extends Telling<InterventionCompleted> {
    SendCompletionNotification(NotificationStore notifications) {
        super("send_completion_notification", InterventionCompleted.class, "intervention_completed", notifications);
    }

    /** What the notification is about. */
    record About(UUID periodId, @Nullable Integer interventionId, boolean autoCompleted, String summaryPath) {}

    @Override
    public Timing timing() {
        return Timing.IMMEDIATE;
    }

    @Override
    Stream<Words> of(InterventionCompleted event) {
        return Stream.of(new Words(
                event.userId(),
                CompletionText.title(event),
                CompletionText.body(event),
                new About(
                        event.subjectId(),
                        event.interventionId(),
                        event.autoCompleted(),
                        "/intervention-periods/" + event.subjectId() + "/summary")));
    }
}
