package dev.trellis.messaging;

import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Tells people of what happened: a batch of events becomes notifications of one type, in one statement. */
abstract class Telling<E extends DomainEvent> implements EventHandler<E> {
    private final String name;
    private final Class<E> event;
    private final String type;
    private final NotificationStore notifications;

    /** @param type of the notifications */
    Telling(String name, Class<E> event, String type, NotificationStore notifications) {
        this.name = name;
        this.event = event;
        this.type = type;
        this.notifications = notifications;
    }

    /** A notification to somebody; {@code data} becomes a JSON object. */
    record Words(UUID to, String title, String body, Object data) {}

    /** Who is told of it, and what; nobody where there is nothing to say. */
    abstract Stream<Words> of(E event);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Class<E> event() {
        return event;
    }

    @Override
    public final void handle(Handle tx, List<Occurrence<E>> batch) {
        notifications.add(
                tx,
                type,
                batch.stream()
                        .flatMap(one -> of(one.event())
                                .map(words -> new NewNotification(
                                        words.to(),
                                        one.eventId(),
                                        one.occurredAt(),
                                        words.title(),
                                        words.body(),
                                        words.data())))
                        .toList());
    }
}
