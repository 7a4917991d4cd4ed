package dev.trellis.adaptation;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.trellis.adaptation.change.Difference;
import dev.trellis.platform.Json;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of changes of the plan, as far as people make, read and undo them. */
@ApplicationScoped
class PlanChangeStore {
    private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};

    private final Json json;

    PlanChangeStore(Json json) {
        this.json = json;
    }

    /** Entries as they were, or as they became; the differences in words beside the latter. */
    record Entries(List<EntrySnapshot> entries, @Nullable List<Difference> differences) {}

    private record Row(
            UUID id,
            UUID programId,
            String kind,
            String source,
            String status,
            LocalDate effectiveFrom,
            @Nullable String reason,
            String sentence,
            String differences,
            String before,
            String after,
            String terms,
            Instant createdAt,
            @Nullable Instant appliedAt,
            @Nullable Instant decidedAt) {}

    UUID add(
            Handle tx,
            UUID userId,
            UUID programId,
            PlanChangeCommand command,
            LocalDate effectiveFrom,
            String sentence,
            Entries before,
            Entries after,
            Instant now) {
        return tx.createQuery("""
                        insert into plan_change_events
                               (user_id, program_id, kind, source, actor_id, status, effective_from, reason, sentence,
                                before, after, created_at, applied_at)
                        values (:user, :program, :kind, 'person', :user, 'applied', :from, :reason, :sentence,
                                :before::jsonb, :after::jsonb, :now, :now)
                        returning id
                        """)
                .bind("user", userId)
                .bind("program", programId)
                .bind("kind", command.kind())
                .bind("from", effectiveFrom)
                .bind("reason", command.reason())
                .bind("sentence", sentence)
                .bind("before", json.write(before))
                .bind("after", json.write(after))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(UUID.class)
                .one();
    }

    Optional<PlanChange> find(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("""
                        select id, program_id, kind, source, status, effective_from, reason, sentence,
                               coalesce(after -> 'differences', '[]') as differences, before, after, terms, created_at,
                               applied_at, decided_at
                          from plan_change_events
                         where user_id = :user and id = :id
                        """)
                .bind("user", userId)
                .bind("id", id)
                .mapTo(Row.class)
                .map(this::change)
                .findOne();
    }

    /** Waits for whoever else undoes it. */
    void lock(Handle tx, UUID userId, UUID id) {
        tx.createQuery("select id from plan_change_events where user_id = :user and id = :id for no key update")
                .bind("user", userId)
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne();
    }

    List<PlanChange> page(Handle tx, UUID userId, PageRequest page) {
        return tx.createQuery("""
                        select id, program_id, kind, source, status, effective_from, reason, sentence,
                               coalesce(after -> 'differences', '[]') as differences, before, after, terms, created_at,
                               applied_at, decided_at
                          from plan_change_events
                         where user_id = :user and (:after::uuid is null or id < :after)
                         order by id desc
                         limit :fetch
                        """)
                .bind("user", userId)
                .bind("after", page.afterId())
                .bind("fetch", page.fetch())
                .mapTo(Row.class)
                .map(this::change)
                .list();
    }

    void undone(Handle tx, UUID userId, UUID id, Instant now) {
        tx.createUpdate("""
                        update plan_change_events set status = 'undone', decided_at = :now
                         where user_id = :user and id = :id
                        """)
                .bind("user", userId)
                .bind("id", id)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** What of a change by hand lay on the calendar before. */
    List<EntrySnapshot> entriesBefore(PlanChange change) {
        return json.read(change.before(), Entries.class).entries();
    }

    /** The sentences of applied changes with these ids, to name what lies on top of another. */
    List<String> sentences(Handle tx, UUID userId, List<UUID> ids) {
        return tx.createQuery("""
                        select sentence from plan_change_events
                         where user_id = :user and id = any (:ids)
                         order by id desc
                        """)
                .bind("user", userId)
                .bindArray("ids", UUID.class, ids)
                .mapTo(String.class)
                .list();
    }

    private PlanChange change(Row row) {
        return new PlanChange(
                row.id(),
                row.programId(),
                row.kind(),
                row.source(),
                row.status(),
                row.effectiveFrom(),
                row.reason(),
                row.sentence(),
                json.read(row.differences(), DIFFERENCES),
                row.before(),
                row.after(),
                row.terms(),
                row.createdAt(),
                row.appliedAt(),
                row.decidedAt());
    }
}
