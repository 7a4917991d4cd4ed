package dev.trellis.adaptation;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.trellis.adaptation.matching.AdherenceStatus;
import dev.trellis.platform.Json;
import dev.trellis.platform.Together;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of what became of everything planned. */
@ApplicationScoped
class AdherenceStore {
    private static final TypeReference<Map<String, BigDecimal>> COMPONENTS = new TypeReference<>() {};
    /** A {@link Row} of the table {@code r}. */
    private static final String ROW = """
            select r.program_id, coalesce(r.session_instance_id, r.meal_instance_id) as item_id,
                   case when r.meal_instance_id is null then 'session' else 'meal' end as kind, r.date, r.status, r.marked,
                   r.dose, r.credit, r.similarity_score, r.overshoot, r.moved_days, r.activity_id, r.food_entry_id,
                   r.components, r.assessed_at
            """;

    private final Json json;

    AdherenceStore(Json json) {
        this.json = json;
    }

    private record Row(
            UUID programId,
            UUID itemId,
            PlannedKind kind,
            LocalDate date,
            AdherenceStatus status,
            boolean marked,
            @Nullable BigDecimal dose,
            @Nullable BigDecimal credit,
            @Nullable BigDecimal similarityScore,
            boolean overshoot,
            int movedDays,
            @Nullable UUID activityId,
            @Nullable UUID foodEntryId,
            String components,
            Instant assessedAt) {}

    List<AdherenceRecord> of(Handle tx, UUID userId, Collection<UUID> itemIds) {
        return tx.createQuery(ROW + """
                          from adherence_records r
                         where r.user_id = :user
                           and (r.session_instance_id = any (:items) or r.meal_instance_id = any (:items))
                        """)
                .bind("user", userId)
                .bindArray("items", UUID.class, itemIds)
                .mapTo(Row.class)
                .map(this::assessed)
                .list();
    }

    /** Of every meal that the calendar has on these days, both included; read together with whatever else is read. */
    Supplier<List<AdherenceRecord>> ofMeals(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return Together.read(
                tx.createQuery(ROW + """
                          from calendar_events c
                          join adherence_records r on r.user_id = c.user_id and r.meal_instance_id = c.meal_instance_id
                         where c.user_id = :user and c.date between :from and :to and c.kind = 'meal'
                        """)
                        .bind("user", userId)
                        .bind("from", from)
                        .bind("to", to),
                rows -> rows.mapTo(Row.class).map(this::assessed).list());
    }

    /** By day, then by the time they were planned for. */
    List<AdherenceRecord> between(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return tx.createQuery(ROW + """
                          from adherence_records r
                          left join calendar_events c
                            on c.user_id = r.user_id
                           and (c.session_instance_id = r.session_instance_id or c.meal_instance_id = r.meal_instance_id)
                         where r.user_id = :user and r.date between :from and :to
                         order by r.date, c.start_time nulls last, r.id
                        """)
                .bind("user", userId)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Row.class)
                .map(this::assessed)
                .list();
    }

    /** Something that is waited for on a day, and what is known of it; null where nothing is yet. */
    record PlannedItem(
            PlannedKind kind,
            LocalDate date,
            @Nullable AdherenceStatus status,
            @Nullable BigDecimal dose) {}

    /** Of every program, as far as it lasted. */
    List<PlannedItem> planned(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return tx.createQuery("""
                        select c.kind, c.date, coalesce(s.status, m.status) as status, coalesce(s.dose, m.dose) as dose
                          from calendar_events c
                          join programs p on p.user_id = c.user_id and p.id = c.program_id
                          left join adherence_records s
                            on s.user_id = c.user_id and s.session_instance_id = c.session_instance_id
                          left join adherence_records m
                            on m.user_id = c.user_id and m.meal_instance_id = c.meal_instance_id
                         where c.user_id = :user and c.date between :from and :to and c.status = 'planned'
                           and (p.ended_on is null or c.date < p.ended_on)
                        """)
                .bind("user", userId)
                .bind("from", from)
                .bind("to", to)
                .mapTo(PlannedItem.class)
                .list();
    }

    /** Days of items whose activity or entry was taken back, and with it a link by hand perhaps. */
    List<LocalDate> bereft(Handle tx, UUID userId) {
        return tx.createQuery("""
                        select distinct date
                          from adherence_records
                         where user_id = :user and similarity_score is not null
                           and activity_id is null and food_entry_id is null
                        """).bind("user", userId).mapTo(LocalDate.class).list();
    }

    void upsert(Handle tx, UUID userId, List<AdherenceRecord> records) {
        upsert(tx, userId, records, PlannedKind.SESSION);
        upsert(tx, userId, records, PlannedKind.MEAL);
    }

    private void upsert(Handle tx, UUID userId, List<AdherenceRecord> all, PlannedKind kind) {
        var records = all.stream().filter(record -> record.kind() == kind).toList();
        if (records.isEmpty()) {
            return;
        }
        var item = kind == PlannedKind.SESSION ? "session_instance_id" : "meal_instance_id";
        var actual = kind == PlannedKind.SESSION ? "activity_id" : "food_entry_id";
        Together.write(tx.createUpdate("""
                        insert into adherence_records as r
                               (user_id, program_id, <item>, date, status, marked, dose, credit, similarity_score, overshoot,
                                moved_days, <actual>, components, assessed_at)
                        select :user, n.*
                          from unnest(:programs::uuid[], :items::uuid[], :dates::date[], :statuses::text[],
                                      :marked::boolean[], :doses::numeric[], :credits::numeric[], :scores::numeric[],
                                      :overshoots::boolean[], :moved::int[], :actuals::uuid[], :components::jsonb[],
                                      :moments::timestamptz[]) as n
                            on conflict (user_id, <item>) do update
                           set date = excluded.date, status = excluded.status, marked = excluded.marked,
                               dose = excluded.dose, credit = excluded.credit,
                               similarity_score = excluded.similarity_score, overshoot = excluded.overshoot,
                               moved_days = excluded.moved_days, <actual> = excluded.<actual>,
                               components = excluded.components, assessed_at = excluded.assessed_at
                        """)
                .define("item", item)
                .define("actual", actual)
                .bind("user", userId)
                .bindArray("programs", UUID.class, each(records, AdherenceRecord::programId))
                .bindArray("items", UUID.class, each(records, AdherenceRecord::itemId))
                .bindArray("dates", LocalDate.class, each(records, AdherenceRecord::date))
                .bindArray(
                        "statuses",
                        String.class,
                        each(records, record -> record.status().name().toLowerCase(Locale.ROOT)))
                .bindArray("marked", Boolean.class, each(records, AdherenceRecord::marked))
                .bindArray("doses", BigDecimal.class, each(records, AdherenceRecord::dose))
                .bindArray("credits", BigDecimal.class, each(records, AdherenceRecord::credit))
                .bindArray("scores", BigDecimal.class, each(records, AdherenceRecord::similarityScore))
                .bindArray("overshoots", Boolean.class, each(records, AdherenceRecord::overshoot))
                .bindArray("moved", Integer.class, each(records, AdherenceRecord::movedDays))
                .bindArray("actuals", UUID.class, each(records, AdherenceRecord::actualId))
                .bindArray("components", String.class, each(records, record -> json.write(record.components())))
                .bindArray(
                        "moments",
                        OffsetDateTime.class,
                        each(records, record -> record.assessedAt().atOffset(ZoneOffset.UTC))));
    }

    /** Of items that are no longer waited for. */
    void remove(Handle tx, UUID userId, Collection<UUID> itemIds) {
        Together.write(tx.createUpdate("""
                        delete from adherence_records
                         where user_id = :user and (session_instance_id = any (:items) or meal_instance_id = any (:items))
                        """).bind("user", userId).bindArray("items", UUID.class, itemIds));
    }

    private static <T extends @Nullable Object> @Nullable Object[] each(
            List<AdherenceRecord> records, Function<AdherenceRecord, T> part) {
        return records.stream().map(part).toArray();
    }

    private AdherenceRecord assessed(Row row) {
        return new AdherenceRecord(
                row.programId(),
                row.itemId(),
                row.kind(),
                row.date(),
                row.status(),
                row.marked(),
                row.dose(),
                row.credit(),
                row.similarityScore(),
                row.overshoot(),
                row.movedDays(),
                row.activityId(),
                row.foodEntryId(),
                json.read(row.components(), COMPONENTS),
                row.assessedAt());
    }
}
