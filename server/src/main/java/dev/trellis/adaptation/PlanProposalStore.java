package dev.trellis.adaptation;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.trellis.adaptation.PlanProposal.Kind;
import dev.trellis.adaptation.PlanProposal.PlanDocument;
import dev.trellis.adaptation.PlanProposal.Source;
import dev.trellis.adaptation.PlanProposal.Status;
import dev.trellis.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Changes of the plan that the server proposes, in the table of all changes of the plan. */
@ApplicationScoped
class PlanProposalStore {
    private static final TypeReference<Map<String, Object>> TERMS = new TypeReference<>() {};

    private final Json json;
    private final InstantSource clock;

    PlanProposalStore(Json json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            UUID programId,
            Kind kind,
            Source source,
            Status status,
            LocalDate effectiveFrom,
            String sentence,
            String before,
            String after,
            String terms,
            @Nullable Instant appliedAt,
            @Nullable Instant decidedAt,
            Instant createdAt) {}

    PlanProposal propose(
            Handle tx,
            UUID userId,
            UUID programId,
            Kind kind,
            Source source,
            LocalDate from,
            String sentence,
            PlanDocument before,
            PlanDocument after,
            Object terms) {
        return tx.createQuery("""
                        insert into plan_change_events
                               (user_id, program_id, kind, source, status, effective_from, sentence, before, after, terms,
                                created_at)
                        values (:user, :program, :kind, :source, 'pending', :from, :sentence, :before::jsonb, :after::jsonb,
                                :terms::jsonb, :now)
                        returning id, program_id, kind, source, status, effective_from, sentence, before, after, terms,
                                  applied_at, decided_at, created_at
                        """)
                .bind("user", userId)
                .bind("program", programId)
                .bind("kind", kind.wire())
                .bind("source", source.wire())
                .bind("from", from)
                .bind("sentence", sentence)
                .bind("before", json.write(before))
                .bind("after", json.write(after))
                .bind("terms", json.write(terms))
                .bind("now", clock.instant())
                .mapTo(Row.class)
                .map(this::proposal)
                .one();
    }

    /** Writes down that nothing changes, and why. */
    UUID note(Handle tx, UUID userId, UUID programId, LocalDate day, String sentence, Object terms) {
        return tx.createQuery("""
                        insert into plan_change_events
                               (user_id, program_id, kind, source, status, effective_from, sentence, before, after, terms,
                                created_at)
                        values (:user, :program, 'no_change', 'reassessment', 'noted', :day, :sentence, '{}', '{}',
                                :terms::jsonb, :now)
                        returning id
                        """)
                .bind("user", userId)
                .bind("program", programId)
                .bind("day", day)
                .bind("sentence", sentence)
                .bind("terms", json.write(terms))
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .one();
    }

    /** A proposal whom nobody else decides about until this transaction ends; changes by hand are none. */
    Optional<PlanProposal> lock(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("""
                        select id, program_id, kind, source, status, effective_from, sentence, before, after, terms,
                               applied_at, decided_at, created_at
                          from plan_change_events
                         where user_id = :user and id = :id and source in ('reassessment', 'daily')
                           and kind in ('calories', 'volume', 'deload', 'diet_break')
                           for no key update
                        """)
                .bind("user", userId)
                .bind("id", id)
                .mapTo(Row.class)
                .map(this::proposal)
                .findOne();
    }

    /** Whether the person has such a change at all, proposed or by hand. */
    Optional<String> status(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("select status from plan_change_events where user_id = :user and id = :id")
                .bind("user", userId)
                .bind("id", id)
                .mapTo(String.class)
                .findOne();
    }

    /** Those of a kind that still wait. */
    List<PlanProposal> pending(Handle tx, UUID userId, UUID programId, Kind kind) {
        return tx.createQuery("""
                        select id, program_id, kind, source, status, effective_from, sentence, before, after, terms,
                               applied_at, decided_at, created_at
                          from plan_change_events
                         where user_id = :user and program_id = :program and status = 'pending' and kind = :kind
                           for no key update
                        """)
                .bind("user", userId)
                .bind("program", programId)
                .bind("kind", kind.wire())
                .mapTo(Row.class)
                .map(this::proposal)
                .list();
    }

    /** Whether one of a kind was proposed, whatever became of it, for a day since then. */
    boolean proposedSince(Handle tx, UUID userId, UUID programId, Kind kind, LocalDate day) {
        return tx.createQuery("""
                        select exists (select from plan_change_events
                                        where user_id = :user and program_id = :program and kind = :kind
                                          and effective_from >= :day)
                        """)
                .bind("user", userId)
                .bind("program", programId)
                .bind("kind", kind.wire())
                .bind("day", day)
                .mapTo(boolean.class)
                .one();
    }

    /**
     * Since when the person has eaten less than they spend: the first day of the programs of loss that followed one
     * another up to this one with less than a week between them, or the day after the latest break of a week or more.
     */
    LocalDate deficitSince(Handle tx, UUID userId, UUID programId) {
        return tx.createQuery("""
                        with recursive deficit as (
                            select id, start_date
                              from programs
                             where user_id = :user and id = :program
                            union
                            select p.id, p.start_date
                              from deficit d
                              join programs p on p.user_id = :user and p.start_date < d.start_date
                                             and p.ended_on > d.start_date - 7 and p.ended_on > p.start_date
                             where (p.nutrition #>> '{targets,goal,percent_per_week}')::float8 < 0
                        )
                        select greatest((select min(start_date) from deficit),
                                        (select max((after ->> 'until')::date) + 1
                                           from plan_change_events
                                          where user_id = :user and kind = 'diet_break' and status = 'applied'
                                            and (after ->> 'until')::date - effective_from >= 6))
                        """)
                .bind("user", userId)
                .bind("program", programId)
                .mapTo(LocalDate.class)
                .one();
    }

    /** Days of breaks from a deficit that are in force. */
    Set<LocalDate> breakDays(Handle tx, UUID userId, UUID programId, LocalDate from, LocalDate to) {
        return tx.createQuery("""
                        select day::date
                          from plan_change_events,
                               generate_series(greatest(effective_from, :from), least((after ->> 'until')::date, :to),
                                               interval '1 day') as day
                         where user_id = :user and program_id = :program and kind = 'diet_break' and status = 'applied'
                        """)
                .bind("user", userId)
                .bind("program", programId)
                .bind("from", from)
                .bind("to", to)
                .mapTo(LocalDate.class)
                .set();
    }

    /** Targets of energy that were agreed to since a moment and are in force, in the order in which they were. */
    List<PlanProposal> targetsSince(Handle tx, UUID userId, UUID programId, Instant moment) {
        return tx.createQuery("""
                        select id, program_id, kind, source, status, effective_from, sentence, before, after, terms,
                               applied_at, decided_at, created_at
                          from plan_change_events
                         where user_id = :user and program_id = :program and kind = 'calories' and status = 'applied'
                           and applied_at >= :moment
                         order by applied_at, id
                           for no key update
                        """)
                .bind("user", userId)
                .bind("program", programId)
                .bind("moment", moment.atOffset(ZoneOffset.UTC))
                .mapTo(Row.class)
                .map(this::proposal)
                .list();
    }

    /** What a change that is in force has made holds for more entries. */
    void extended(Handle tx, UUID userId, UUID id, PlanDocument before, PlanDocument after) {
        tx.createUpdate("""
                        update plan_change_events set before = :before::jsonb, after = :after::jsonb
                         where user_id = :user and id = :id
                        """)
                .bind("user", userId)
                .bind("id", id)
                .bind("before", json.write(before))
                .bind("after", json.write(after))
                .execute();
    }

    PlanProposal applied(
            Handle tx, UUID userId, UUID id, LocalDate from, PlanDocument before, PlanDocument after, Instant now) {
        return tx.createQuery("""
                        update plan_change_events
                           set status = 'applied', effective_from = :from, before = :before::jsonb, after = :after::jsonb,
                               applied_at = :now, decided_at = :now
                         where user_id = :user and id = :id
                        returning id, program_id, kind, source, status, effective_from, sentence, before, after, terms,
                                  applied_at, decided_at, created_at
                        """)
                .bind("user", userId)
                .bind("id", id)
                .bind("from", from)
                .bind("before", json.write(before))
                .bind("after", json.write(after))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(Row.class)
                .map(this::proposal)
                .one();
    }

    PlanProposal rejected(Handle tx, UUID userId, UUID id, Instant now) {
        return decided(tx, userId, id, Status.REJECTED, now);
    }

    PlanProposal undone(Handle tx, UUID userId, UUID id, Instant now) {
        return decided(tx, userId, id, Status.UNDONE, now);
    }

    private PlanProposal decided(Handle tx, UUID userId, UUID id, Status status, Instant now) {
        return tx.createQuery("""
                        update plan_change_events
                           set status = :status, decided_at = :now
                         where user_id = :user and id = :id
                        returning id, program_id, kind, source, status, effective_from, sentence, before, after, terms,
                                  applied_at, decided_at, created_at
                        """)
                .bind("user", userId)
                .bind("id", id)
                .bind("status", status.wire())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(Row.class)
                .map(this::proposal)
                .one();
    }

    private PlanProposal proposal(Row row) {
        return new PlanProposal(
                row.id(),
                row.programId(),
                row.kind(),
                row.source(),
                row.status(),
                row.effectiveFrom(),
                row.sentence(),
                json.read(row.before(), PlanDocument.class),
                json.read(row.after(), PlanDocument.class),
                json.read(row.terms(), TERMS),
                row.appliedAt(),
                row.decidedAt(),
                row.createdAt());
    }
}
