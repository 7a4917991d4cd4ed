package dev.trellis.adaptation;

import dev.trellis.adaptation.matching.Adherence;
import dev.trellis.adaptation.matching.AdherenceStatus;
import dev.trellis.platform.PersonDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds what nothing more is waited for, over all people, and writes down what became of it. */
@ApplicationScoped
class ClosingStore {
    /**
     * A planned item whose day and grace are over and of which nothing is known.
     *
     * @param assessed there is a record already, which says so
     * @param actual   something was matched to it, but too little of it
     */
    record Open(
            UUID userId,
            UUID programId,
            UUID itemId,
            PlannedKind kind,
            LocalDate date,
            boolean assessed,
            boolean actual) {
        PersonDay day() {
            return new PersonDay(userId, date);
        }
    }

    /** The last of the next so many people with a program on these days; nothing when there are no more. */
    Optional<UUID> lastOfNext(Handle tx, @Nullable UUID after, int people, LocalDate from, LocalDate to) {
        return tx.createQuery("""
                        select user_id
                          from (select distinct user_id
                                  from programs
                                 where (:after::uuid is null or user_id > :after) and start_date <= :to
                                   and coalesce(ended_on, end_date) > :from
                                 order by user_id
                                 limit :people) next
                         order by user_id desc
                         limit 1
                        """)
                .bind("after", after)
                .bind("people", people)
                .bind("from", from)
                .bind("to", to)
                .mapTo(UUID.class)
                .findOne();
    }

    List<Open> open(Handle tx, @Nullable UUID after, UUID last, LocalDate from, LocalDate to, Instant now) {
        return tx.createQuery("""
                        select c.user_id, c.program_id, coalesce(c.session_instance_id, c.meal_instance_id) as item_id,
                               c.kind, c.date, coalesce(s.id, m.id) is not null as assessed,
                               coalesce(s.activity_id, m.food_entry_id) is not null as actual
                          from programs p
                          join users u on u.id = p.user_id
                          join calendar_events c
                            on c.user_id = p.user_id and c.program_id = p.id and c.date between :from and :to
                           and (p.ended_on is null or c.date < p.ended_on)
                          left join adherence_records s
                            on s.user_id = c.user_id and s.session_instance_id = c.session_instance_id
                          left join adherence_records m
                            on m.user_id = c.user_id and m.meal_instance_id = c.meal_instance_id
                         where (:after::uuid is null or p.user_id > :after) and p.user_id <= :last
                           and p.start_date <= :to and coalesce(p.ended_on, p.end_date) > :from
                           and c.status = 'planned'
                           and ((c.date + 1) + u.day_start) at time zone u.time_zone
                               + case c.kind when 'session' then :sessions::interval else :meals::interval end <= :now
                           and coalesce(s.status, m.status, 'unknown') = 'unknown'
                           and not coalesce(s.marked, m.marked, false)
                        """)
                .bind("after", after)
                .bind("last", last)
                .bind("from", from)
                .bind("to", to)
                .bind("sessions", Adherence.Item.SESSION.grace().toString())
                .bind("meals", Adherence.Item.MEAL.grace().toString())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(Open.class)
                .list();
    }

    /** What the person did meanwhile stays as it is. */
    void addUnknown(Handle tx, List<Open> items, Instant now) {
        tx.createUpdate("""
                        insert into adherence_records
                               (user_id, program_id, session_instance_id, meal_instance_id, date, status, assessed_at)
                        select user_id, program_id, case kind when 'session' then item end,
                               case kind when 'meal' then item end, date, 'unknown', :now
                          from unnest(:users::uuid[], :programs::uuid[], :items::uuid[], :kinds::text[], :dates::date[])
                               as n (user_id, program_id, item, kind, date)
                            on conflict do nothing
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bindArray("users", UUID.class, each(items, Open::userId))
                .bindArray("programs", UUID.class, each(items, Open::programId))
                .bindArray("items", UUID.class, each(items, Open::itemId))
                .bindArray(
                        "kinds",
                        String.class,
                        each(items, item -> item.kind() == PlannedKind.SESSION ? "session" : "meal"))
                .bindArray("dates", LocalDate.class, each(items, Open::date))
                .execute();
    }

    private record Skipped(UUID userId, UUID itemId, PlannedKind kind, LocalDate date) {
        AdherenceAssessed event() {
            return new AdherenceAssessed(
                    userId, itemId, kind, date, AdherenceStatus.UNKNOWN, AdherenceStatus.SKIPPED, false);
        }
    }

    /** Of those, the ones that are still unknown are skipped from now on. */
    List<AdherenceAssessed> skip(Handle tx, List<Open> items, Instant now) {
        return tx.createQuery("""
                        update adherence_records r
                           set status = 'skipped', credit = 0, assessed_at = :now
                          from unnest(:users::uuid[], :items::uuid[]) as n (user_id, item)
                         where r.user_id = n.user_id and (r.session_instance_id = n.item or r.meal_instance_id = n.item)
                           and r.status = 'unknown' and not r.marked
                        returning r.user_id, n.item as item_id,
                                  case when r.meal_instance_id is null then 'session' else 'meal' end as kind, r.date
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bindArray("users", UUID.class, each(items, Open::userId))
                .bindArray("items", UUID.class, each(items, Open::itemId))
                .mapTo(Skipped.class)
                .map(Skipped::event)
                .list();
    }

    private static Object[] each(List<Open> items, Function<Open, ?> part) {
        return items.stream().map(part).toArray();
    }
}
