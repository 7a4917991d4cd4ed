package dev.trellis.messaging;

import dev.trellis.adaptation.PlanChangeProposed;
import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Asks whether the plan should change. */
@ApplicationScoped
class AskAboutPlanChange implements EventHandler<PlanChangeProposed> {
    private final NotificationStore notifications;

    AskAboutPlanChange(NotificationStore notifications) {
        this.notifications = notifications;
    }

    /** What the notification is about. */
    record About(UUID planChangeId, String kind) {}

    @Override
    public String name() {
        return "ask_about_plan_change";
    }

    @Override
    public Class<PlanChangeProposed> event() {
        return PlanChangeProposed.class;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<PlanChangeProposed>> batch) {
        notifications.add(
                tx,
                "plan_change_proposed",
                batch.stream()
                        .map(one -> new NewNotification(
                                one.event().userId(),
                                one.eventId(),
                                one.occurredAt(),
                                "A change of your plan waits for your answer",
                                one.event().sentence(),
                                new About(one.event().subjectId(), one.event().kind())))
                        .toList());
    }
}
