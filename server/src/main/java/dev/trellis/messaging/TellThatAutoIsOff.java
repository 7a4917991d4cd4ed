package dev.trellis.messaging;

import dev.trellis.adaptation.AutoAdjustSwitchedOff;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Asks somebody who undid most automatic changes how they would like it. */
@Singleton
class TellThatAutoIsOff extends Telling<AutoAdjustSwitchedOff> {
    TellThatAutoIsOff(NotificationStore notifications) {
        super("tell_that_auto_is_off", AutoAdjustSwitchedOff.class, "auto_adjust_off", notifications);
    }

    /** What the notification is about. */
    record About(boolean autoAdjust) {}

    @Override
    Stream<Words> of(AutoAdjustSwitchedOff event) {
        return Stream.of(new Words(
                event.userId(),
                "From now on we ask first",
                "You undid three of the last five automatic changes, so they wait for your answer from now on. If you liked them better as they were, switch them on again in your settings.",
                new About(false)));
    }
}
