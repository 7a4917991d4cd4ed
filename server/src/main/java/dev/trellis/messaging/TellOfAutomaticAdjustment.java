package dev.trellis.messaging;

import dev.trellis.adaptation.AdjustmentApplied;
import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tells that a day was made different unasked, and that it can be undone. */
@ApplicationScoped
class TellOfAutomaticAdjustment implements EventHandler<AdjustmentApplied> {
    private final NotificationStore notifications;

    TellOfAutomaticAdjustment(NotificationStore notifications) {
        this.notifications = notifications;
    }

    /** What the notification is about. */
    record About(UUID overrideId, String date) {}

    @Override
    public String name() {
        return "tell_of_automatic_adjustment";
    }

    @Override
    public Class<AdjustmentApplied> event() {
        return AdjustmentApplied.class;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<AdjustmentApplied>> batch) {
        notifications.add(
                tx,
                "adjustment_applied",
                batch.stream()
                        .filter(one -> one.event().automatic())
                        .map(one -> new NewNotification(
                                one.event().userId(),
                                one.eventId(),
                                one.occurredAt(),
                                one.event().hold() ? "Training waits today" : "Your day was made easier",
                                one.event().explanation()
                                        + (one.event().hold() ? "" : " You can undo it until the session is done."),
                                new About(
                                        one.event().subjectId(),
                                        one.event().date().toString())))
                        .toList());
    }
}
