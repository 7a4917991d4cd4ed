package dev.trellis.interventions;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.trellis.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code daily_progress}. */
@ApplicationScoped
class ProgressStore {
    private static final TypeReference<Map<UUID, Boolean>> FLAGS = new TypeReference<>() {};

    private final Json json;

    ProgressStore(Json json) {
        this.json = json;
    }

    private record Row(
            UUID periodId,
            LocalDate day,
            String habits,
            int completion,
            @Nullable Integer mood,
            @Nullable String note) {}

    void upsert(Handle tx, UUID userId, UUID periodId, DailyProgress progress) {
        tx.createUpdate("""
                        insert into daily_progress (user_id, period_id, day, habits, completion, mood, note)
                        values (:user, :period, :day, :habits::jsonb, :completion, :mood, :note)
                            on conflict (user_id, period_id, day) do update
                           set habits = excluded.habits, completion = excluded.completion, mood = excluded.mood,
                               note = excluded.note
                        """)
                .bind("user", userId)
                .bind("period", periodId)
                .bind("day", progress.day())
                .bind("habits", json.write(progress.habits()))
                .bind("completion", progress.completion())
                .bind("mood", progress.mood())
                .bind("note", progress.note())
                .execute();
    }

    Optional<DailyProgress> find(Handle tx, UUID userId, UUID periodId, LocalDate day) {
        return tx.createQuery("""
                        select period_id, day, habits::text as habits, completion, mood, note
                          from daily_progress
                         where user_id = :user and period_id = :period and day = :day
                        """)
                .bind("user", userId)
                .bind("period", periodId)
                .bind("day", day)
                .mapTo(Row.class)
                .findOne()
                .map(this::progress);
    }

    List<DailyProgress> all(Handle tx, UUID userId, UUID periodId) {
        return ofPeriods(tx, userId, List.of(periodId)).getOrDefault(periodId, List.of());
    }

    /** The check-ins of these periods, by period, oldest first; periods without any are absent. */
    Map<UUID, List<DailyProgress>> ofPeriods(Handle tx, UUID userId, List<UUID> periodIds) {
        return tx
                .createQuery("""
                        select period_id, day, habits::text as habits, completion, mood, note
                          from daily_progress
                         where user_id = :user and period_id = any(:periods)
                         order by day
                        """)
                .bind("user", userId)
                .bindArray("periods", UUID.class, periodIds)
                .mapTo(Row.class)
                .stream()
                .collect(Collectors.groupingBy(Row::periodId, Collectors.mapping(this::progress, Collectors.toList())));
    }

    private DailyProgress progress(Row row) {
        return new DailyProgress(row.day(), json.read(row.habits(), FLAGS), row.completion(), row.mood(), row.note());
    }
}
