package dev.trellis.interventions;

import dev.trellis.platform.Json;
import dev.trellis.platform.TimedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was shown, and what a person's own history says about what to show. */
@ApplicationScoped
class RecommendationStore {
    private final Json json;

    RecommendationStore(Json json) {
        this.json = json;
    }

    /** Keeps the answer with every item's chance of having been shown; returns it with its id. */
    RecommendationAnswer add(Handle tx, UUID userId, RecommendationAnswer answer, Instant now) {
        var id = TimedId.next();
        var stored = answer.with(id);
        tx.createUpdate("""
                        with shown as (
                            insert into recommendations (user_id, id, intake_id, policy, shown_on, answer, created_at)
                            values (:user, :id, :intake, :policy, :today, :answer::jsonb, :now))
                        insert into recommendation_items (user_id, recommendation_id, position, intervention_id, propensity)
                        select :user, :id, position, intervention_id, propensity
                          from unnest(:positions::int[], :interventions::int[], :propensities::float8[])
                               as new (position, intervention_id, propensity)
                        """)
                .bind("user", userId)
                .bind("id", id)
                .bind("intake", answer.intakeId())
                .bind("policy", answer.policy())
                .bind("today", answer.shownOn())
                .bind("answer", json.write(stored))
                .bind("now", now)
                .bindArray(
                        "positions",
                        Integer.class,
                        answer.items().stream().map(RecommendedItem::position).toList())
                .bindArray(
                        "interventions",
                        Integer.class,
                        answer.items().stream()
                                .map(RecommendedItem::interventionId)
                                .toList())
                .bindArray(
                        "propensities",
                        Double.class,
                        answer.items().stream().map(RecommendedItem::propensity).toList())
                .execute();
        return stored;
    }

    Optional<RecommendationAnswer> latest(Handle tx, UUID userId, UUID intakeId) {
        return tx.createQuery("""
                        select answer::text
                          from recommendations
                         where user_id = :user and intake_id = :intake
                         order by id desc
                         limit 1
                        """)
                .bind("user", userId)
                .bind("intake", intakeId)
                .mapTo(String.class)
                .findOne()
                .map(answer -> json.read(answer, RecommendationAnswer.class));
    }

    /**
     * How it went with one intervention so far.
     *
     * @param open whether a period of it runs or is paused now
     * @param lastCompleted the last day of the latest completed one
     */
    record Tried(int interventionId, boolean open, @Nullable LocalDate lastCompleted, int abandoned) {}

    List<Tried> tried(Handle tx, UUID userId) {
        return tx.createQuery("""
                        select intervention_id,
                               bool_or(status in ('active', 'paused')) as open,
                               max(actual_end_date) filter (where status = 'completed') as last_completed,
                               count(*) filter (where status = 'abandoned') as abandoned
                          from intervention_periods
                         where user_id = :user and intervention_id is not null
                         group by intervention_id
                        """).bind("user", userId).mapTo(Tried.class).list();
    }
}
