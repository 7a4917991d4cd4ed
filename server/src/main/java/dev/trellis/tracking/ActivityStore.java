package dev.trellis.tracking;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.trellis.platform.DayRange;
import dev.trellis.platform.Json;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of what was done. */
@ApplicationScoped
class ActivityStore {
    private static final TypeReference<List<DoneExercise>> EXERCISES = new TypeReference<>() {};

    private final Json json;

    ActivityStore(Json json) {
        this.json = json;
    }

    private record Row(
            UUID id,
            ActivityType type,
            Instant startedAt,
            LocalDate day,
            int durationS,
            @Nullable BigDecimal distanceM,
            @Nullable BigDecimal elevationGainM,
            @Nullable Integer rpe,
            @Nullable Integer averageHeartRate,
            @Nullable Integer maxHeartRate,
            @Nullable Integer energyKcal,
            @Nullable String exercises,
            @Nullable String notes,
            Activity.Source source,
            @Nullable UUID plannedSessionInstanceId,
            @Nullable BigDecimal similarityScore) {}

    /** Where an activity comes from: told by the person, or a file by its digest. */
    record Origin(Activity.Source source, byte @Nullable [] digest) {
        static final Origin MANUAL = new Origin(Activity.Source.MANUAL, null);
    }

    /** Nothing when the same file is there already; a racing second waits here and finds it. */
    Optional<Activity> add(
            Handle tx, UUID userId, NewActivity activity, Instant startedAt, LocalDate day, Origin origin) {
        return tx.createQuery("""
                        insert into activities
                               (user_id, type, started_at, day, duration_s, distance_m, elevation_gain_m, rpe,
                                average_heart_rate, max_heart_rate, energy_kcal, exercises, notes, source, file_digest)
                        values (:user, :type, :startedAt, :day, :durationS, :distanceM, :elevationGainM, :rpe,
                                :averageHeartRate, :maxHeartRate, :energyKcal, :exercises::jsonb, :notes, :source, :digest)
                            on conflict on constraint one_activity_a_file do nothing
                        returning id, type, started_at, day, duration_s, distance_m, elevation_gain_m, rpe,
                                  average_heart_rate, max_heart_rate, energy_kcal, exercises, notes, source,
                                  planned_session_instance_id, similarity_score
                        """)
                .bind("user", userId)
                .bind("type", activity.type())
                .bind("startedAt", startedAt)
                .bind("day", day)
                .bind("durationS", activity.durationS())
                .bind("distanceM", activity.distanceM())
                .bind("elevationGainM", activity.elevationGainM())
                .bind("rpe", activity.rpe())
                .bind("averageHeartRate", activity.averageHeartRate())
                .bind("maxHeartRate", activity.maxHeartRate())
                .bind("energyKcal", activity.energyKcal())
                .bind("exercises", written(activity.exercises()))
                .bind("notes", activity.notes())
                .bind("source", origin.source())
                .bind("digest", origin.digest())
                .mapTo(Row.class)
                .map(this::activity)
                .findOne();
    }

    Activity change(Handle tx, UUID userId, UUID id, NewActivity activity, Instant startedAt, LocalDate day) {
        return tx.createQuery("""
                        update activities
                           set type = :type, started_at = :startedAt, day = :day, duration_s = :durationS,
                               distance_m = :distanceM, elevation_gain_m = :elevationGainM, rpe = :rpe,
                               average_heart_rate = :averageHeartRate, max_heart_rate = :maxHeartRate,
                               energy_kcal = :energyKcal, exercises = :exercises::jsonb, notes = :notes
                         where user_id = :user and id = :id
                        returning id, type, started_at, day, duration_s, distance_m, elevation_gain_m, rpe,
                                  average_heart_rate, max_heart_rate, energy_kcal, exercises, notes, source,
                                  planned_session_instance_id, similarity_score
                        """)
                .bind("user", userId)
                .bind("id", id)
                .bind("type", activity.type())
                .bind("startedAt", startedAt)
                .bind("day", day)
                .bind("durationS", activity.durationS())
                .bind("distanceM", activity.distanceM())
                .bind("elevationGainM", activity.elevationGainM())
                .bind("rpe", activity.rpe())
                .bind("averageHeartRate", activity.averageHeartRate())
                .bind("maxHeartRate", activity.maxHeartRate())
                .bind("energyKcal", activity.energyKcal())
                .bind("exercises", written(activity.exercises()))
                .bind("notes", activity.notes())
                .mapTo(Row.class)
                .map(this::activity)
                .one();
    }

    Optional<Activity> find(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("""
                        select id, type, started_at, day, duration_s, distance_m, elevation_gain_m, rpe,
                               average_heart_rate, max_heart_rate, energy_kcal, exercises, notes, source,
                               planned_session_instance_id, similarity_score
                          from activities
                         where user_id = :user and id = :id
                        """)
                .bind("user", userId)
                .bind("id", id)
                .mapTo(Row.class)
                .map(this::activity)
                .findOne();
    }

    /** As {@link #find}; whoever else changes it waits until this transaction ends. */
    Optional<Activity> lock(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("""
                        select id, type, started_at, day, duration_s, distance_m, elevation_gain_m, rpe,
                               average_heart_rate, max_heart_rate, energy_kcal, exercises, notes, source,
                               planned_session_instance_id, similarity_score
                          from activities
                         where user_id = :user and id = :id
                           for update
                        """)
                .bind("user", userId)
                .bind("id", id)
                .mapTo(Row.class)
                .map(this::activity)
                .findOne();
    }

    Optional<Activity> ofFile(Handle tx, UUID userId, byte[] digest) {
        return tx.createQuery("""
                        select id, type, started_at, day, duration_s, distance_m, elevation_gain_m, rpe,
                               average_heart_rate, max_heart_rate, energy_kcal, exercises, notes, source,
                               planned_session_instance_id, similarity_score
                          from activities
                         where user_id = :user and file_digest = :digest
                        """)
                .bind("user", userId)
                .bind("digest", digest)
                .mapTo(Row.class)
                .map(this::activity)
                .findOne();
    }

    List<Activity> page(Handle tx, UUID userId, DayRange days, PageRequest page) {
        return tx.createQuery("""
                        select id, type, started_at, day, duration_s, distance_m, elevation_gain_m, rpe,
                               average_heart_rate, max_heart_rate, energy_kcal, exercises, notes, source,
                               planned_session_instance_id, similarity_score
                          from activities
                         where user_id = :user
                           and (:from::date is null or day >= :from)
                           and (:to::date is null or day <= :to)
                           and (:afterMoment::timestamptz is null or (started_at, id) < (:afterMoment, :afterId::uuid))
                         order by started_at desc, id desc
                         limit :fetch
                        """)
                .bind("user", userId)
                .bind("from", days.from())
                .bind("to", days.to())
                .bind("afterMoment", page.afterMoment())
                .bind("afterId", page.afterId())
                .bind("fetch", page.fetch())
                .mapTo(Row.class)
                .map(this::activity)
                .list();
    }

    /** Those of these days, and those of these ids. */
    List<Activity> around(Handle tx, UUID userId, LocalDate from, LocalDate to, Collection<UUID> besides) {
        return tx.createQuery("""
                        select id, type, started_at, day, duration_s, distance_m, elevation_gain_m, rpe,
                               average_heart_rate, max_heart_rate, energy_kcal, exercises, notes, source,
                               planned_session_instance_id, similarity_score
                          from activities
                         where user_id = :user and (day between :from and :to or id = any (:besides))
                         order by started_at, id
                        """)
                .bind("user", userId)
                .bind("from", from)
                .bind("to", to)
                .bindArray("besides", UUID.class, besides)
                .mapTo(Row.class)
                .map(this::activity)
                .list();
    }

    /** Removes it and tells its day, if it was there. */
    Optional<LocalDate> remove(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("delete from activities where user_id = :user and id = :id returning day")
                .bind("user", userId)
                .bind("id", id)
                .mapTo(LocalDate.class)
                .findOne();
    }

    private @Nullable String written(@Nullable List<DoneExercise> exercises) {
        return exercises == null ? null : json.write(exercises);
    }

    private Activity activity(Row row) {
        return new Activity(
                row.id(),
                row.type(),
                row.startedAt(),
                row.day(),
                row.durationS(),
                row.distanceM(),
                row.elevationGainM(),
                row.rpe(),
                row.averageHeartRate(),
                row.maxHeartRate(),
                row.energyKcal(),
                row.exercises() == null ? null : json.read(row.exercises(), EXERCISES),
                row.notes(),
                row.source(),
                row.plannedSessionInstanceId(),
                row.similarityScore());
    }
}
