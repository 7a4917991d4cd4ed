package dev.trellis.interventions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.interventions.outcome.MoodTrend;
import dev.trellis.interventions.outcome.Summary;
import dev.trellis.platform.Json;
import dev.trellis.platform.Together;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code completion_summaries}. */
@ApplicationScoped
class SummaryStore {
    private final Json json;

    SummaryStore(Json json) {
        this.json = json;
    }

    /** A summary to be kept. */
    record NewSummary(UUID userId, UUID periodId, Summary summary) {}

    private record Row(
            UUID id,
            UUID interventionPeriodId,
            BigDecimal adherenceRate,
            @Nullable BigDecimal averageMood,
            @Nullable String moodTrend,
            String summaryJson) {}

    /** Keeps each unless its period has one already. */
    void insert(Handle tx, List<NewSummary> made) {
        Together.write(tx.createUpdate("""
                        insert into completion_summaries
                               (user_id, intervention_period_id, adherence_rate, average_mood, mood_trend, summary_json)
                        select user_id, period_id, adherence, mood, trend, summary::jsonb
                          from unnest(:users::uuid[], :periods::uuid[], :adherence::numeric[], :moods::numeric[],
                                      :trends::text[], :summaries::text[])
                               as new (user_id, period_id, adherence, mood, trend, summary)
                            on conflict (user_id, intervention_period_id) do nothing
                        """)
                .bindArray(
                        "users",
                        UUID.class,
                        made.stream().map(NewSummary::userId).toList())
                .bindArray(
                        "periods",
                        UUID.class,
                        made.stream().map(NewSummary::periodId).toList())
                .bindArray(
                        "adherence",
                        BigDecimal.class,
                        made.stream().map(one -> one.summary().adherenceRate()).toList())
                .bindArray(
                        "moods",
                        BigDecimal.class,
                        made.stream().map(one -> one.summary().averageMood()).toList())
                .bindArray(
                        "trends",
                        String.class,
                        made.stream()
                                .map(one -> wire(one.summary().moodTrend()))
                                .toList())
                .bindArray(
                        "summaries",
                        String.class,
                        made.stream()
                                .map(one -> json.write(one.summary().details()))
                                .toList()));
    }

    Optional<CompletionSummary> find(Handle tx, UUID userId, UUID periodId) {
        return ofPeriods(tx, userId, List.of(periodId)).stream().findFirst();
    }

    /** The summaries of these periods, as far as there are any. */
    List<CompletionSummary> ofPeriods(Handle tx, UUID userId, List<UUID> periodIds) {
        return tx
                .createQuery("""
                        select id, intervention_period_id, adherence_rate, average_mood, mood_trend,
                               summary_json::text as summary_json
                          from completion_summaries
                         where user_id = :user and intervention_period_id = any(:periods)
                        """)
                .bind("user", userId)
                .bindArray("periods", UUID.class, periodIds)
                .mapTo(Row.class)
                .stream()
                .map(row -> new CompletionSummary(
                        row.id(),
                        row.interventionPeriodId(),
                        row.adherenceRate(),
                        row.averageMood(),
                        row.moodTrend(),
                        json.read(row.summaryJson(), JsonNode.class)))
                .toList();
    }

    private static @Nullable String wire(@Nullable MoodTrend trend) {
        return trend == null ? null : trend.wire();
    }
}
