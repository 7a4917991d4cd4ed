package dev.trellis.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The table {@code user_context_log}. */
@ApplicationScoped
class ContextStore {
    void upsert(Handle tx, UUID userId, LocalDate day, ContextDay context) {
        tx.createUpdate("""
                        insert into user_context_log (user_id, day, mood, sleep_hours, stress, energy, pain)
                        values (:user, :day, :mood, :sleepHours, :stress, :energy, :pain)
                            on conflict (user_id, day) do update
                           set mood = excluded.mood, sleep_hours = excluded.sleep_hours, stress = excluded.stress,
                               energy = excluded.energy, pain = excluded.pain
                        """)
                .bind("user", userId)
                .bind("day", day)
                .bindMethods(context)
                .execute();
    }

    List<ContextLog.LoggedDay> between(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        var context = ConstructorMapper.of(ContextDay.class);
        return tx.createQuery("""
                        select day, mood, sleep_hours, stress, energy, pain
                          from user_context_log
                         where user_id = :user and day between :from and :to
                         order by day
                        """)
                .bind("user", userId)
                .bind("from", from)
                .bind("to", to)
                .map((row, statement) ->
                        new ContextLog.LoggedDay(row.getObject("day", LocalDate.class), context.map(row, statement)))
                .list();
    }

    List<ContextSeries> series(Handle tx, List<UUID> userIds, List<LocalDate> from, List<LocalDate> to) {
        return tx.createQuery("""
                        select r.position::int as position,
                               array_agg(c.day order by c.day) as days,
                               array_agg(c.mood order by c.day) as mood,
                               array_agg(c.sleep_hours::float8 order by c.day) as sleep_hours,
                               array_agg(c.stress order by c.day) as stress,
                               array_agg(c.energy order by c.day) as energy,
                               array_agg(c.pain order by c.day) as pain
                          from unnest(:users::uuid[], :from::date[], :to::date[])
                               with ordinality as r (user_id, first_day, last_day, position)
                          join user_context_log c
                            on c.user_id = r.user_id and c.day between r.first_day and r.last_day
                         group by r.position
                        """)
                .bindArray("users", UUID.class, userIds)
                .bindArray("from", LocalDate.class, from)
                .bindArray("to", LocalDate.class, to)
                .mapTo(ContextSeries.class)
                .list();
    }
}
