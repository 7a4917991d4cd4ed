package dev.trellis.messaging;

import dev.trellis.adaptation.AdjustmentApplied;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells that a day was made different unasked, and that it can be undone. */
@Singleton
class TellOfAutomaticAdjustment extends Telling<AdjustmentApplied> {
    TellOfAutomaticAdjustment(NotificationStore notifications) {
        super("tell_of_automatic_adjustment", AdjustmentApplied.class, "adjustment_applied", notifications);
    }

    /** What the notification is about. */
    record About(UUID overrideId, String date) {}

    @Override
    Stream<Words> of(AdjustmentApplied event) {
        return event.automatic()
                ? Stream.of(new Words(
                        event.userId(),
                        event.hold() ? "Training waits today" : "Your day was made easier",
                        event.explanation() + (event.hold() ? "" : " You can undo it until the session is done."),
                        new About(event.subjectId(), event.date().toString())))
                : Stream.empty();
    }
}
