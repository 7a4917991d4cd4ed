package dev.trellis.messaging.web;

import dev.trellis.messaging.Notification;
import dev.trellis.platform.Json;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification as the inbox shows it.
 *
 * @param link the page it leads to; empty when it leads nowhere
 * @param linkText what the link says
 */
public record InboxItem(
        UUID id, String title, String body, boolean read, Instant createdAt, String link, String linkText) {

    /** What of a notification's data tells where it leads. */
    private record About(@Nullable UUID periodId) {}

    static InboxItem of(Notification notification, Json json) {
        var about = json.read(notification.data(), About.class);
        return switch (notification.type()) {
            case "intervention_completed" ->
                about.periodId() == null
                        ? leading(notification, "", "")
                        : leading(notification, "/app/journey/" + about.periodId() + "/summary", "See how it went");
            case "intervention_reviewed" -> leading(notification, "/app/discover/mine", "See what you submitted");
            default -> leading(notification, "", "");
        };
    }

    private static InboxItem leading(Notification notification, String link, String text) {
        return new InboxItem(
                notification.id(),
                notification.title(),
                notification.body(),
                notification.read(),
                notification.createdAt(),
                link,
                text);
    }
}
