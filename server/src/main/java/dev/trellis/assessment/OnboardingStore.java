package dev.trellis.assessment;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.trellis.assessment.StoredOnboarding.StepAnswers;
import dev.trellis.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of what people tell in their first minutes. */
@ApplicationScoped
class OnboardingStore {
    private static final TypeReference<Map<String, StepAnswers>> DATA = new TypeReference<>() {};

    private final Json json;

    OnboardingStore(Json json) {
        this.json = json;
    }

    private record Row(
            OnboardingPath path,
            String data,
            @Nullable UUID intakeId,
            Instant startedAt,
            @Nullable Instant skippedAt,
            @Nullable Instant completedAt) {}

    /** True for the first; a racing second waits here and finds it begun. */
    boolean begin(Handle tx, UUID userId, StoredOnboarding begun) {
        return tx.createUpdate("""
                                insert into user_onboarding (user_id, state, path, started_at)
                                values (:user, :state, :path, :startedAt)
                                    on conflict do nothing
                                """)
                        .bind("user", userId)
                        .bind("state", begun.state())
                        .bind("path", begun.path())
                        .bind("startedAt", begun.startedAt())
                        .execute()
                == 1;
    }

    Optional<StoredOnboarding> find(Handle tx, UUID userId) {
        return tx.createQuery("""
                        select path, data, intake_id, started_at, skipped_at, completed_at
                          from user_onboarding
                         where user_id = :user
                        """)
                .bind("user", userId)
                .mapTo(Row.class)
                .map(this::stored)
                .findOne();
    }

    /** As {@link #find}; whoever else changes it waits until this transaction ends, and then sees what it did. */
    Optional<StoredOnboarding> lock(Handle tx, UUID userId) {
        return tx.createQuery("""
                        select path, data, intake_id, started_at, skipped_at, completed_at
                          from user_onboarding
                         where user_id = :user
                           for update
                        """)
                .bind("user", userId)
                .mapTo(Row.class)
                .map(this::stored)
                .findOne();
    }

    void save(Handle tx, UUID userId, StoredOnboarding onboarding) {
        tx.createUpdate("""
                        update user_onboarding
                           set state = :state, path = :path, data = cast(:data as jsonb), intake_id = :intake,
                               skipped_at = :skippedAt, completed_at = :completedAt
                         where user_id = :user
                        """)
                .bind("state", onboarding.state())
                .bind("path", onboarding.path())
                .bind("data", json.write(onboarding.data()))
                .bind("intake", onboarding.intakeId())
                .bind("skippedAt", onboarding.skippedAt())
                .bind("completedAt", onboarding.completedAt())
                .bind("user", userId)
                .execute();
    }

    private StoredOnboarding stored(Row row) {
        return new StoredOnboarding(
                row.path(),
                json.read(row.data(), DATA),
                row.intakeId(),
                row.startedAt(),
                row.skippedAt(),
                row.completedAt());
    }
}
