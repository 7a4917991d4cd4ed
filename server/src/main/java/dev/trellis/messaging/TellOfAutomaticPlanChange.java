package dev.trellis.messaging;

import dev.trellis.adaptation.PlanChangeApproved;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells that the plan was changed unasked, and that it can be undone. */
@Singleton
class TellOfAutomaticPlanChange extends Telling<PlanChangeApproved> {
    TellOfAutomaticPlanChange(NotificationStore notifications) {
        super("tell_of_automatic_plan_change", PlanChangeApproved.class, "plan_change_applied", notifications);
    }

    /** What the notification is about. */
    record About(UUID planChangeId, String kind) {}

    @Override
    Stream<Words> of(PlanChangeApproved event) {
        return event.automatic()
                ? Stream.of(new Words(
                        event.userId(),
                        "Your plan has changed",
                        event.sentence() + " It is done already; you can undo it.",
                        new About(event.subjectId(), event.kind())))
                : Stream.empty();
    }
}
