package dev.trellis.messaging;

import dev.trellis.adaptation.PlanChangeProposed;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;

/** Asks whether the plan should change. */
@Singleton
class AskAboutPlanChange extends Telling<PlanChangeProposed> {
    AskAboutPlanChange(NotificationStore notifications) {
        super("ask_about_plan_change", PlanChangeProposed.class, "plan_change_proposed", notifications);
    }

    /** What the notification is about. */
    record About(UUID planChangeId, String kind) {}

    @Override
    Stream<Words> of(PlanChangeProposed event) {
        return Stream.of(new Words(
                event.userId(),
                "A change of your plan waits for your answer",
                event.sentence(),
                new About(event.subjectId(), event.kind())));
    }
}
