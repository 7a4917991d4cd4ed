package dev.trellis.assessment;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.trellis.assessment.Onboarding.Progress;
import dev.trellis.platform.Json;
import dev.trellis.platform.PageRequest;
import dev.trellis.safety.SafetyLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables of consultations and of what was told in them. */
@ApplicationScoped
class ConsultationStore {
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final Json json;

    ConsultationStore(Json json) {
        this.json = json;
    }

    private record Row(UUID id, Instant startedAt, @Nullable Instant completedAt) {}

    private record AnswersRow(ConsultationSection section, String answers) {}

    private record SummaryRow(
            UUID id, Instant startedAt, @Nullable Instant completedAt, int done) {
        ConsultationSummary summary() {
            return new ConsultationSummary(
                    id,
                    completedAt == null ? Consultation.State.OPEN : Consultation.State.COMPLETED,
                    new Progress(done, ConsultationSection.values().length),
                    startedAt,
                    completedAt);
        }
    }

    /** The new one; nothing when one is open. A racing second waits here and finds it open. */
    Optional<UUID> begin(Handle tx, UUID userId, Instant now) {
        return tx.createQuery("""
                        insert into consultation_sessions (user_id, started_at)
                        values (:user, :now)
                            on conflict (user_id) where completed_at is null do nothing
                        returning id
                        """)
                .bind("user", userId)
                .bind("now", now)
                .mapTo(UUID.class)
                .findOne();
    }

    Optional<UUID> open(Handle tx, UUID userId) {
        return tx.createQuery("""
                        select id from consultation_sessions where user_id = :user and completed_at is null
                        """).bind("user", userId).mapTo(UUID.class).findOne();
    }

    /** The latest completed one. */
    Optional<UUID> latestCompleted(Handle tx, UUID userId) {
        return tx.createQuery("""
                        select id
                          from consultation_sessions
                         where user_id = :user and completed_at is not null
                         order by completed_at desc, id desc
                         limit 1
                        """).bind("user", userId).mapTo(UUID.class).findOne();
    }

    Optional<StoredConsultation> find(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("""
                        select id, started_at, completed_at
                          from consultation_sessions
                         where user_id = :user and id = :id
                        """)
                .bind("user", userId)
                .bind("id", id)
                .mapTo(Row.class)
                .findOne()
                .map(row -> stored(tx, userId, row));
    }

    /** As {@link #find}; whoever else answers or completes it waits until this transaction ends. */
    Optional<StoredConsultation> lock(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("""
                        select id, started_at, completed_at
                          from consultation_sessions
                         where user_id = :user and id = :id
                           for update
                        """)
                .bind("user", userId)
                .bind("id", id)
                .mapTo(Row.class)
                .findOne()
                .map(row -> stored(tx, userId, row));
    }

    List<ConsultationSummary> page(Handle tx, UUID userId, PageRequest page) {
        return tx.createQuery("""
                        select s.id, s.started_at, s.completed_at,
                               (select count(*) from consultation_answers a
                                 where a.user_id = s.user_id and a.session_id = s.id) as done
                          from consultation_sessions s
                         where s.user_id = :user and (:after::uuid is null or s.id < :after)
                         order by s.id desc
                         limit :fetch
                        """)
                .bind("user", userId)
                .bind("after", page.afterId())
                .bind("fetch", page.fetch())
                .mapTo(SummaryRow.class)
                .map(SummaryRow::summary)
                .list();
    }

    void answer(
            Handle tx,
            UUID userId,
            UUID id,
            ConsultationSection section,
            Map<String, Object> answers,
            SafetyLevel level) {
        tx.createUpdate("""
                        insert into consultation_answers (user_id, session_id, section, answers, safety_level)
                        values (:user, :id, :section, :answers::jsonb, :level)
                            on conflict (user_id, session_id, section) do update
                           set answers = excluded.answers, safety_level = excluded.safety_level
                        """)
                .bind("user", userId)
                .bind("id", id)
                .bind("section", section)
                .bind("answers", json.write(answers))
                .bind("level", level)
                .execute();
    }

    /** True for whoever closes it; afterwards it stays closed. */
    boolean close(Handle tx, UUID userId, UUID id, Instant now) {
        return tx.createUpdate("""
                                update consultation_sessions
                                   set completed_at = :now
                                 where user_id = :user and id = :id and completed_at is null
                                """)
                        .bind("user", userId)
                        .bind("id", id)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    private StoredConsultation stored(Handle tx, UUID userId, Row row) {
        var sections = new EnumMap<ConsultationSection, Map<String, Object>>(ConsultationSection.class);
        tx.createQuery("""
                        select section, answers
                          from consultation_answers
                         where user_id = :user and session_id = :id
                        """)
                .bind("user", userId)
                .bind("id", row.id())
                .mapTo(AnswersRow.class)
                .forEach(answers -> sections.put(answers.section(), json.read(answers.answers(), ANSWERS)));
        return new StoredConsultation(row.id(), row.startedAt(), row.completedAt(), sections);
    }
}
