package dev.trellis.tracking;

import dev.trellis.platform.PageRequest;
import dev.trellis.platform.Together;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code user_habits}, as far as adopted habits go. */
@ApplicationScoped
class HabitStore {
    List<Habit> list(Handle tx, UUID userId, Habit.@Nullable Status status, PageRequest page) {
        return tx.createQuery("""
                        select id, name, status, intervention_period_id, scheduled_days
                          from user_habits
                         where user_id = :user and origin = 'intervention'
                           and (:status::text is null or status = :status)
                           and (:after::uuid is null or id < :after)
                         order by id desc
                         limit :fetch
                        """)
                .bind("user", userId)
                .bind("status", status)
                .bind("after", page.afterId())
                .bind("fetch", page.fetch())
                .mapTo(Habit.class)
                .list();
    }

    /** Lists of weekdays differ in length, which a two-dimensional array cannot hold; they travel as text. */
    List<Habit> insert(Handle tx, UUID userId, UUID periodId, List<Habits.NewHabit> habits) {
        return tx.createQuery("""
                        with new as materialized (
                            select uuidv7() as id, name, nullif(days, '')::int[] as days, position
                              from unnest(:names::text[], :days::text[]) with ordinality as given (name, days, position)),
                        inserted as (
                            insert into user_habits (user_id, id, origin, name, intervention_period_id, scheduled_days)
                            select :user, id, 'intervention', name, :period, days from new)
                        select id, name, 'active' as status, :period as intervention_period_id, days as scheduled_days
                          from new
                         order by position
                        """)
                .bind("user", userId)
                .bind("period", periodId)
                .bindArray(
                        "names",
                        String.class,
                        habits.stream().map(Habits.NewHabit::name).toList())
                .bindArray(
                        "days",
                        String.class,
                        habits.stream()
                                .map(habit -> asArray(habit.scheduledDays()))
                                .toList())
                .mapTo(Habit.class)
                .list();
    }

    List<Habit> ofPeriods(Handle tx, UUID userId, List<UUID> periodIds) {
        return tx.createQuery("""
                        select id, name, status, intervention_period_id, scheduled_days
                          from user_habits
                         where user_id = :user and intervention_period_id = any(:periods)
                         order by id
                        """)
                .bind("user", userId)
                .bindArray("periods", UUID.class, periodIds)
                .mapTo(Habit.class)
                .list();
    }

    void move(Handle tx, List<UUID> userIds, List<UUID> periodIds, Habit.Status from, Habit.Status to) {
        Together.write(tx.createUpdate("""
                        update user_habits h
                           set status = :to
                          from unnest(:users::uuid[], :periods::uuid[]) as p (user_id, period_id)
                         where h.user_id = p.user_id and h.intervention_period_id = p.period_id and h.status = :from
                        """)
                .bindArray("users", UUID.class, userIds)
                .bindArray("periods", UUID.class, periodIds)
                .bind("from", from)
                .bind("to", to));
    }

    private static String asArray(@Nullable List<Integer> days) {
        return days == null ? "" : days.stream().map(Objects::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
