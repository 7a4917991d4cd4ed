package dev.trellis.messaging;

import dev.trellis.adaptation.PlanChangeApproved;
import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tells that the plan was changed unasked, and that it can be undone. */
@ApplicationScoped
class TellOfAutomaticPlanChange implements EventHandler<PlanChangeApproved> {
    private final NotificationStore notifications;

    TellOfAutomaticPlanChange(NotificationStore notifications) {
        this.notifications = notifications;
    }

    /** What the notification is about. */
    record About(UUID planChangeId, String kind) {}

    @Override
    public String name() {
        return "tell_of_automatic_plan_change";
    }

    @Override
    public Class<PlanChangeApproved> event() {
        return PlanChangeApproved.class;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<PlanChangeApproved>> batch) {
        notifications.add(
                tx,
                "plan_change_applied",
                batch.stream()
                        .filter(one -> one.event().automatic())
                        .map(one -> new NewNotification(
                                one.event().userId(),
                                one.eventId(),
                                one.occurredAt(),
                                "Your plan has changed",
                                one.event().sentence() + " It is done already; you can undo it.",
                                new About(one.event().subjectId(), one.event().kind())))
                        .toList());
    }
}
