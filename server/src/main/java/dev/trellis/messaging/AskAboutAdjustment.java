package dev.trellis.messaging;

import dev.trellis.adaptation.AdjustmentProposed;
import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Asks whether a day should be made different. */
@ApplicationScoped
class AskAboutAdjustment implements EventHandler<AdjustmentProposed> {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    private final NotificationStore notifications;

    AskAboutAdjustment(NotificationStore notifications) {
        this.notifications = notifications;
    }

    /** What the notification is about. */
    record About(UUID overrideId, String date) {}

    @Override
    public String name() {
        return "ask_about_adjustment";
    }

    @Override
    public Class<AdjustmentProposed> event() {
        return AdjustmentProposed.class;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<AdjustmentProposed>> batch) {
        notifications.add(
                tx,
                "adjustment_proposed",
                batch.stream()
                        .map(one -> new NewNotification(
                                one.event().userId(),
                                one.eventId(),
                                one.occurredAt(),
                                "A change of " + DAY.format(one.event().date()) + " waits for your answer",
                                one.event().explanation(),
                                new About(
                                        one.event().subjectId(),
                                        one.event().date().toString())))
                        .toList());
    }
}
