package dev.trellis.adaptation;

import dev.trellis.adaptation.matching.Adherence;
import dev.trellis.adaptation.matching.AdherenceStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What became of planned sessions and meals, as far as adapting a program asks for it. */
@ApplicationScoped
class DoneStore {
    private record Assessed(
            AdherenceStatus status, @Nullable Double dose, boolean overshoot) {}

    /** Which of these planned sessions and meals were done, in whole or in part. */
    Set<UUID> doneAmong(Handle tx, UUID userId, Collection<UUID> itemIds) {
        return new HashSet<>(tx.createQuery("""
                        select coalesce(session_instance_id, meal_instance_id)
                          from adherence_records
                         where user_id = :user and status in ('completed', 'partial', 'similar')
                           and (session_instance_id = any(:ids) or meal_instance_id = any(:ids))
                        union
                        select planned_session_instance_id
                          from activities
                         where user_id = :user and planned_session_instance_id = any(:ids)
                        union
                        select planned_meal_instance_id
                          from food_entries
                         where user_id = :user and planned_meal_instance_id = any(:ids)
                        """)
                .bind("user", userId)
                .bindArray("ids", UUID.class, List.copyOf(itemIds))
                .mapTo(UUID.class)
                .list());
    }

    /** How many planned sessions after a day were done. */
    int sessionsAfter(Handle tx, UUID userId, LocalDate day) {
        return tx.createQuery("""
                        select count(*)::int
                          from adherence_records
                         where user_id = :user and session_instance_id is not null and date > :day
                           and status in ('completed', 'partial', 'similar')
                        """)
                .bind("user", userId)
                .bind("day", day)
                .mapTo(int.class)
                .one();
    }

    /** What became of the strength sessions planned for these days, both included. */
    List<Adherence> strength(Handle tx, UUID userId, UUID programId, LocalDate from, LocalDate to) {
        return tx
                .createQuery("""
                        select coalesce(a.status, 'unknown') as status, a.dose::float8 as dose,
                               coalesce(a.overshoot, false) as overshoot
                          from calendar_events c
                          join session_instances s on s.user_id = c.user_id and s.id = c.session_instance_id
                          left join adherence_records a
                            on a.user_id = c.user_id and a.session_instance_id = c.session_instance_id
                         where c.user_id = :user and c.program_id = :program and c.date between :from and :to
                           and s.cardio is null and c.status = 'planned'
                        """)
                .bind("user", userId)
                .bind("program", programId)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Assessed.class)
                .list()
                .stream()
                .map(one -> new Adherence(one.status(), one.dose(), one.overshoot()))
                .toList();
    }
}
