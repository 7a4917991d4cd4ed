package dev.trellis.safety;

import dev.trellis.safety.SafetyEffects.Resumption;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table of safety events. */
@ApplicationScoped
class SafetyEventStore {
    /** An event nobody has lifted yet. */
    record Open(
            UUID id,
            SafetyLevel level,
            SafetyTopic topic,
            SafetySubject subject,
            SafetyLayer layer,
            SafetyAction action,
            boolean holds,
            Resumption resumption,
            Instant occurredAt) {
        /** What the triage said then, as far as its texts need it. */
        TriageResult result() {
            return new TriageResult(level, topic, subject, SafetyTense.NOW, layer, action, false);
        }
    }

    UUID add(Handle tx, UUID userId, TriageResult result, SafetyEffects effects, String source, Instant now) {
        return tx.createQuery("""
                        insert into safety_events
                               (user_id, level, layer, topic, subject, action, source, holds, resumption, occurred_at)
                        values (:user, :level, :layer, :topic, :subject, :action, :source, :holds, :resumption, :now)
                        returning id
                        """)
                .bind("user", userId)
                .bind("level", result.level())
                .bind("layer", result.layer())
                .bind("topic", result.topic())
                .bind("subject", result.subject())
                .bind("action", result.action())
                .bind("source", source)
                .bind("holds", effects.suspendsRecommendations())
                .bind("resumption", effects.resumption())
                .bind("now", now)
                .mapTo(UUID.class)
                .one();
    }

    /** Those that still matter to the person, the gravest first and of equal ones the newest. */
    List<Open> open(Handle tx, UUID userId) {
        return tx.createQuery("""
                        select id, level, topic, subject, layer, action, holds, resumption, occurred_at
                          from safety_events
                         where user_id = :user and resolved_at is null and resumption <> 'nothing_to_resume'
                         order by level desc, (resumption = 'clinician_or_staff_clears') desc, occurred_at desc, id desc
                        """).bind("user", userId).mapTo(Open.class).list();
    }

    /** Those since a moment that change nothing for the person but what they were told, and that they have not put away. */
    List<Open> passing(Handle tx, UUID userId, Instant since) {
        return tx.createQuery("""
                        select id, level, topic, subject, layer, action, holds, resumption, occurred_at
                          from safety_events
                         where user_id = :user and resolved_at is null and resumption = 'nothing_to_resume'
                           and occurred_at >= :since
                         order by level desc, occurred_at desc, id desc
                        """)
                .bind("user", userId)
                .bind("since", since)
                .mapTo(Open.class)
                .list();
    }

    /** The person lifts what a person may lift; returns how many events that were. */
    int confirmedSafe(Handle tx, UUID userId, Instant now) {
        return tx.createUpdate("""
                        update safety_events
                           set resolved_at = :now, resolved_by = 'person'
                         where user_id = :user and resolved_at is null and resumption <> 'clinician_or_staff_clears'
                        """).bind("user", userId).bind("now", now).execute();
    }

    /** Staff lift everything; returns how many events that were. */
    int cleared(Handle tx, UUID userId, Instant now) {
        return tx.createUpdate("""
                        update safety_events
                           set resolved_at = :now, resolved_by = 'staff'
                         where user_id = :user and resolved_at is null
                        """).bind("user", userId).bind("now", now).execute();
    }
}
