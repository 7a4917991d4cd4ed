package dev.trellis.tracking;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.trellis.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code user_context_log}. */
@ApplicationScoped
class ContextStore {
    private static final TypeReference<Map<PainRegion, Integer>> REGIONS = new TypeReference<>() {};

    private final Json json;

    ContextStore(Json json) {
        this.json = json;
    }

    private record Row(
            LocalDate day,
            @Nullable Integer mood,
            @Nullable BigDecimal sleepHours,
            @Nullable Integer stress,
            @Nullable Integer energy,
            @Nullable Integer pain,
            @Nullable Integer sleepQuality,
            @Nullable Integer soreness,
            @Nullable Integer fatigue,
            @Nullable Illness illness,
            @Nullable String painRegions,
            @Nullable BigDecimal hrvRmssd,
            @Nullable Integer restingHeartRate,
            @Nullable Integer cycleDay,
            @Nullable Boolean unusual) {}

    void upsert(Handle tx, UUID userId, LocalDate day, ContextDay context) {
        var pain = context.painRegions();
        tx.createUpdate("""
                        insert into user_context_log
                               (user_id, day, mood, sleep_hours, stress, energy, pain, sleep_quality, soreness, fatigue,
                                illness, pain_regions, hrv_rmssd, resting_heart_rate, cycle_day, unusual)
                        values (:user, :day, :mood, :sleepHours, :stress, :energy, :pain, :sleepQuality, :soreness,
                                :fatigue, :illness, :regions::jsonb, :hrvRmssd, :restingHeartRate, :cycleDay, :unusual)
                            on conflict (user_id, day) do update
                           set mood = excluded.mood, sleep_hours = excluded.sleep_hours, stress = excluded.stress,
                               energy = excluded.energy, pain = excluded.pain, sleep_quality = excluded.sleep_quality,
                               soreness = excluded.soreness, fatigue = excluded.fatigue, illness = excluded.illness,
                               pain_regions = excluded.pain_regions, hrv_rmssd = excluded.hrv_rmssd,
                               resting_heart_rate = excluded.resting_heart_rate, cycle_day = excluded.cycle_day,
                               unusual = excluded.unusual
                        """)
                .bind("user", userId)
                .bind("day", day)
                .bind("mood", context.mood())
                .bind("sleepHours", context.sleepHours())
                .bind("stress", context.stress())
                .bind("energy", context.energy())
                .bind("pain", context.pain())
                .bind("sleepQuality", context.sleepQuality())
                .bind("soreness", context.soreness())
                .bind("fatigue", context.fatigue())
                .bind(
                        "illness",
                        context.illness() == null ? null : context.illness().wire())
                .bind("regions", pain == null ? null : json.write(pain))
                .bind("hrvRmssd", context.hrvRmssd())
                .bind("restingHeartRate", context.restingHeartRate())
                .bind("cycleDay", context.cycleDay())
                .bind("unusual", context.unusual())
                .execute();
    }

    List<ContextLog.LoggedDay> between(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return tx.createQuery("""
                        select day, mood, sleep_hours, stress, energy, pain, sleep_quality, soreness, fatigue, illness,
                               pain_regions, hrv_rmssd, resting_heart_rate, cycle_day, unusual
                          from user_context_log
                         where user_id = :user and day between :from and :to
                         order by day
                        """)
                .bind("user", userId)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Row.class)
                .map(row -> new ContextLog.LoggedDay(row.day(), context(row)))
                .list();
    }

    private ContextDay context(Row row) {
        return new ContextDay(
                row.mood(),
                row.sleepHours(),
                row.stress(),
                row.energy(),
                row.pain(),
                row.sleepQuality(),
                row.soreness(),
                row.fatigue(),
                row.illness(),
                row.painRegions() == null ? null : json.read(row.painRegions(), REGIONS),
                row.hrvRmssd(),
                row.restingHeartRate(),
                row.cycleDay(),
                row.unusual());
    }

    List<ContextSeries> series(Handle tx, List<UUID> userIds, List<LocalDate> from, List<LocalDate> to) {
        return tx.createQuery("""
                        select r.position::int as position,
                               array_agg(c.day order by c.day) as days,
                               array_agg(c.mood order by c.day) as mood,
                               array_agg(c.sleep_hours::float8 order by c.day) as sleep_hours,
                               array_agg(c.stress order by c.day) as stress,
                               array_agg(c.energy order by c.day) as energy,
                               array_agg(c.pain order by c.day) as pain
                          from unnest(:users::uuid[], :from::date[], :to::date[])
                               with ordinality as r (user_id, first_day, last_day, position)
                          join user_context_log c
                            on c.user_id = r.user_id and c.day between r.first_day and r.last_day
                         group by r.position
                        """)
                .bindArray("users", UUID.class, userIds)
                .bindArray("from", LocalDate.class, from)
                .bindArray("to", LocalDate.class, to)
                .mapTo(ContextSeries.class)
                .list();
    }
}
