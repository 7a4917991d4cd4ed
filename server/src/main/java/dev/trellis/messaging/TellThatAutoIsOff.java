package dev.trellis.messaging;

import dev.trellis.adaptation.AutoAdjustSwitchedOff;
import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Asks somebody who undid most automatic changes how they would like it. */
@ApplicationScoped
class TellThatAutoIsOff implements EventHandler<AutoAdjustSwitchedOff> {
    private final NotificationStore notifications;

    TellThatAutoIsOff(NotificationStore notifications) {
        this.notifications = notifications;
    }

    /** What the notification is about. */
    record About(boolean autoAdjust) {}

    @Override
    public String name() {
        return "tell_that_auto_is_off";
    }

    @Override
    public Class<AutoAdjustSwitchedOff> event() {
        return AutoAdjustSwitchedOff.class;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<AutoAdjustSwitchedOff>> batch) {
        notifications.add(
                tx,
                "auto_adjust_off",
                batch.stream()
                        .map(one -> new NewNotification(
                                one.event().userId(),
                                one.eventId(),
                                one.occurredAt(),
                                "From now on we ask first",
                                "You undid three of the last five automatic changes, so they wait for your answer from now on. If you liked them better as they were, switch them on again in your settings.",
                                new About(false)))
                        .toList());
    }
}
