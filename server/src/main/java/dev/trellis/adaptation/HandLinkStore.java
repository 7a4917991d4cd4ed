package dev.trellis.adaptation;

import dev.trellis.platform.Together;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of links made by hand. */
@ApplicationScoped
class HandLinkStore {
    /**
     * What a person says belongs together.
     *
     * @param plannedId null when they say that it belongs to nothing planned
     * @param plannedDay where it stands now; null with it
     */
    record HandLink(
            UUID actualId,
            LocalDate actualDay,
            @Nullable UUID plannedId,
            @Nullable LocalDate plannedDay) {}

    Supplier<List<HandLink>> of(Handle tx, UUID userId, PlannedKind kind) {
        return Together.read(
                tx.createQuery(
                                switch (kind) {
                                    case SESSION -> """
                            select h.activity_id as actual_id, a.day as actual_day, h.session_instance_id as planned_id,
                                   c.date as planned_day
                              from hand_links h
                              join activities a on a.user_id = h.user_id and a.id = h.activity_id
                              left join calendar_events c
                                on c.user_id = h.user_id and c.session_instance_id = h.session_instance_id
                             where h.user_id = :user
                            """;
                                    case MEAL -> """
                            select h.food_entry_id as actual_id, f.day as actual_day, h.meal_instance_id as planned_id,
                                   c.date as planned_day
                              from hand_links h
                              join food_entries f on f.user_id = h.user_id and f.id = h.food_entry_id
                              left join calendar_events c
                                on c.user_id = h.user_id and c.meal_instance_id = h.meal_instance_id
                             where h.user_id = :user
                            """;
                                })
                        .bind("user", userId),
                rows -> rows.mapTo(HandLink.class).list());
    }

    /** Replaces what was said before of either. */
    void put(Handle tx, UUID userId, PlannedKind kind, UUID actualId, @Nullable UUID plannedId) {
        remove(tx, userId, kind, actualId);
        tx.createUpdate(
                        switch (kind) {
                            case SESSION -> """
                            with before as (
                                delete from hand_links where user_id = :user and session_instance_id = :planned)
                            insert into hand_links (user_id, activity_id, session_instance_id)
                            values (:user, :actual, :planned)
                            """;
                            case MEAL -> """
                            with before as (
                                delete from hand_links where user_id = :user and meal_instance_id = :planned)
                            insert into hand_links (user_id, food_entry_id, meal_instance_id)
                            values (:user, :actual, :planned)
                            """;
                        })
                .bind("user", userId)
                .bind("actual", actualId)
                .bind("planned", plannedId)
                .execute();
    }

    /** Forgets what was said of something that was done. */
    void remove(Handle tx, UUID userId, PlannedKind kind, UUID actualId) {
        tx.createUpdate(
                        switch (kind) {
                            case SESSION -> "delete from hand_links where user_id = :user and activity_id = :actual";
                            case MEAL -> "delete from hand_links where user_id = :user and food_entry_id = :actual";
                        })
                .bind("user", userId)
                .bind("actual", actualId)
                .execute();
    }
}
