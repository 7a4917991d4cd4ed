package dev.trellis.messaging;

import dev.trellis.platform.Json;
import dev.trellis.platform.Together;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes notifications, any number in one statement. */
@ApplicationScoped
class NotificationStore {
    private final Json json;

    NotificationStore(Json json) {
        this.json = json;
    }

    /** Writes those that are not there yet: repeating it changes nothing. */
    void add(Handle tx, String type, List<NewNotification> notifications) {
        Together.write(tx.createUpdate("""
                        insert into notifications (user_id, source_event_id, type, title, body, data, created_at)
                        select user_id, source_event_id, :type, title, body, data::jsonb, created_at
                          from unnest(:users::uuid[], :events::uuid[], :titles::text[], :bodies::text[],
                                      :data::text[], :moments::timestamptz[])
                               as new (user_id, source_event_id, title, body, data, created_at)
                            on conflict (user_id, source_event_id, type) do nothing
                        """)
                .bind("type", type)
                .bindArray(
                        "users",
                        UUID.class,
                        notifications.stream().map(NewNotification::userId).toList())
                .bindArray(
                        "events",
                        UUID.class,
                        notifications.stream()
                                .map(NewNotification::sourceEventId)
                                .toList())
                .bindArray(
                        "titles",
                        String.class,
                        notifications.stream().map(NewNotification::title).toList())
                .bindArray(
                        "bodies",
                        String.class,
                        notifications.stream().map(NewNotification::body).toList())
                .bindArray(
                        "data",
                        String.class,
                        notifications.stream()
                                .map(notification -> json.write(notification.data()))
                                .toList())
                .bindArray(
                        "moments",
                        OffsetDateTime.class,
                        notifications.stream()
                                .map(notification -> notification.createdAt().atOffset(ZoneOffset.UTC))
                                .toList()));
    }
}
