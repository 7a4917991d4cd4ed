package dev.trellis.nutrition;

import dev.trellis.platform.Json;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of corrections: what an entry was before each, and after. */
@ApplicationScoped
class FoodAudit {
    private final Json json;

    FoodAudit(Json json) {
        this.json = json;
    }

    private record Row(
            UUID id,
            UUID entryId,
            String originalData,
            String correctedData,
            @Nullable String correctionReason,
            Instant correctedAt) {}

    void add(Handle tx, UUID userId, FoodEntry original, FoodEntry corrected, @Nullable String reason, Instant now) {
        tx.createUpdate("""
                        insert into food_entry_audit
                               (user_id, entry_id, original_data, corrected_data, correction_reason, corrected_at)
                        values (:user, :entry, :original::jsonb, :corrected::jsonb, :reason, :now)
                        """)
                .bind("user", userId)
                .bind("entry", original.id())
                .bind("original", json.write(original))
                .bind("corrected", json.write(corrected))
                .bind("reason", reason)
                .bind("now", now)
                .execute();
    }

    List<FoodAuditEntry> page(Handle tx, UUID userId, UUID entryId, PageRequest page) {
        return tx.createQuery("""
                        select id, entry_id, original_data, corrected_data, correction_reason, corrected_at
                          from food_entry_audit
                         where user_id = :user and entry_id = :entry and (:after::uuid is null or id < :after)
                         order by id desc
                         limit :fetch
                        """)
                .bind("user", userId)
                .bind("entry", entryId)
                .bind("after", page.afterId())
                .bind("fetch", page.fetch())
                .mapTo(Row.class)
                .map(this::correction)
                .list();
    }

    private FoodAuditEntry correction(Row row) {
        return new FoodAuditEntry(
                row.id(),
                row.entryId(),
                json.read(row.originalData(), FoodEntry.class),
                json.read(row.correctedData(), FoodEntry.class),
                row.correctionReason(),
                row.correctedAt());
    }
}
