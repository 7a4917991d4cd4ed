package dev.trellis.programs;

import dev.trellis.platform.Json;
import dev.trellis.platform.PageRequest;
import dev.trellis.programs.CalendarDetail.MealDetail;
import dev.trellis.programs.CalendarDetail.SessionDetail;
import dev.trellis.programs.CalendarEvent.Kind;
import dev.trellis.programs.CalendarEvent.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of calendar feeds, and what one of them shows. */
@ApplicationScoped
class CalendarFeedStore {
    private final Json json;

    CalendarFeedStore(Json json) {
        this.json = json;
    }

    /** Whose feed a secret opens. */
    record Opened(UUID userId, boolean meals) {}

    private record Row(
            UUID id,
            Kind kind,
            LocalDate date,
            @Nullable LocalTime startTime,
            String title,
            Status status,
            String detail,
            int revision,
            Instant updatedAt) {}

    CalendarFeed add(Handle tx, UUID userId, String name, byte[] hash, boolean meals, Instant now) {
        return tx.createQuery("""
                        insert into calendar_feeds (user_id, name, token_hash, meals, created_at)
                        values (:user, :name, :hash, :meals, :now)
                        returning id, name, meals, created_at, last_used_on
                        """)
                .bind("user", userId)
                .bind("name", name)
                .bind("hash", hash)
                .bind("meals", meals)
                .bind("now", now)
                .mapTo(CalendarFeed.class)
                .one();
    }

    List<CalendarFeed> page(Handle tx, UUID userId, PageRequest page) {
        return tx.createQuery("""
                        select id, name, meals, created_at, last_used_on
                          from calendar_feeds
                         where user_id = :user and (:after::uuid is null or id < :after)
                         order by id desc
                         limit :fetch
                        """)
                .bind("user", userId)
                .bind("after", page.afterId())
                .bind("fetch", page.fetch())
                .mapTo(CalendarFeed.class)
                .list();
    }

    boolean remove(Handle tx, UUID userId, UUID id) {
        return tx.createUpdate("delete from calendar_feeds where user_id = :user and id = :id")
                        .bind("user", userId)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** Nobody is known yet, so this crosses people; a write a day notes that the feed is used, not one a read. */
    Optional<Opened> open(Handle tx, byte[] hash, LocalDate today) {
        return tx.createQuery("""
                        with opened as (
                            select f.user_id, f.id, f.meals, f.last_used_on
                              from calendar_feeds f
                              join users u on u.id = f.user_id
                             where f.token_hash = :hash and u.status = 'active'),
                        noted as (
                            update calendar_feeds f
                               set last_used_on = :today
                              from opened o
                             where f.user_id = o.user_id and f.id = o.id and o.last_used_on is distinct from :today)
                        select user_id, meals from opened
                        """)
                .bind("hash", hash)
                .bind("today", today)
                .mapTo(Opened.class)
                .findOne();
    }

    List<CalendarFile.Entry> entries(Handle tx, UUID userId, LocalDate from, LocalDate to, boolean meals) {
        return tx.createQuery("""
                        select id, kind, date, start_time, title, status, detail, revision, updated_at
                          from calendar_events
                         where user_id = :user and date between :from and :to and (:meals or kind = 'session')
                         order by date, start_time nulls last, kind, id
                        """)
                .bind("user", userId)
                .bind("from", from)
                .bind("to", to)
                .bind("meals", meals)
                .mapTo(Row.class)
                .map(this::entry)
                .list();
    }

    private CalendarFile.Entry entry(Row row) {
        Class<? extends CalendarDetail> type = row.kind() == Kind.SESSION ? SessionDetail.class : MealDetail.class;
        return new CalendarFile.Entry(
                row.id(),
                row.date(),
                row.startTime(),
                row.title(),
                row.status(),
                json.read(row.detail(), type),
                row.revision(),
                row.updatedAt());
    }
}
