package dev.trellis.events;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A handler for tests that is deliberately not repeatable: doing something twice shows as two rows. */
abstract class WriteDownGreetings implements EventHandler<Greeted> {
    @Override
    public Class<Greeted> event() {
        return Greeted.class;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<Greeted>> batch) {
        tx.createUpdate("""
                        insert into notifications (user_id, type, title, body)
                        select user_id, :type, words, '' from unnest(:users::uuid[], :words::text[]) as new (user_id, words)
                        """)
                .bind("type", name())
                .bindArray(
                        "users",
                        UUID.class,
                        batch.stream()
                                .map(occurrence -> occurrence.event().userId())
                                .toList())
                .bindArray(
                        "words",
                        String.class,
                        batch.stream()
                                .map(occurrence -> occurrence.event().words())
                                .toList())
                .execute();
    }
}
