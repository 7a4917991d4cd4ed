package dev.trellis.adaptation;

import dev.trellis.adaptation.DayOverride.FoodChange;
import dev.trellis.adaptation.DayOverride.Status;
import dev.trellis.adaptation.DayOverride.TrainingChange;
import dev.trellis.adaptation.DayOverride.Type;
import dev.trellis.platform.DayRange;
import dev.trellis.platform.Json;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of days made different. */
@ApplicationScoped
class OverrideStore {
    private static final String COLUMNS = """
            id, program_id, date, override_type, status, confidence::float8 as confidence, training_override,
            nutrition_override, rules, inputs, explanation, hold, automatic, user_overridden, reason, applied_at, expires_at,
            decided_at, created_at
            """;

    private final Json json;

    OverrideStore(Json json) {
        this.json = json;
    }

    private record Row(
            UUID id,
            UUID programId,
            LocalDate date,
            Type overrideType,
            Status status,
            double confidence,
            @Nullable String trainingOverride,
            @Nullable String nutritionOverride,
            List<String> rules,
            String inputs,
            String explanation,
            boolean hold,
            boolean automatic,
            boolean userOverridden,
            @Nullable String reason,
            @Nullable Instant appliedAt,
            Instant expiresAt,
            @Nullable Instant decidedAt,
            Instant createdAt) {}

    /** What is new about an override; the database gives it its id. */
    record New(
            UUID programId,
            LocalDate date,
            Type type,
            Status status,
            double confidence,
            @Nullable TrainingChange training,
            @Nullable FoodChange food,
            List<String> rules,
            OverrideInputs inputs,
            String explanation,
            boolean hold,
            @Nullable Instant appliedAt,
            Instant expiresAt) {}

    DayOverride add(Handle tx, UUID userId, New override) {
        return tx.createQuery("insert into day_overrides" + """
                               (user_id, program_id, date, override_type, status, confidence, training_override,
                                nutrition_override, rules, inputs, explanation, hold, automatic, applied_at, expires_at)
                        values (:user, :program, :date, :type, :status, :confidence, :training::jsonb, :food::jsonb, :rules,
                                :inputs::jsonb, :explanation, :hold, :status = 'auto_applied', :appliedAt, :expiresAt)
                        returning\s""" + COLUMNS)
                .bind("user", userId)
                .bind("program", override.programId())
                .bind("date", override.date())
                .bind("type", override.type().wire())
                .bind("status", override.status().wire())
                .bind("confidence", override.confidence())
                .bind("training", override.training() == null ? null : json.write(override.training()))
                .bind("food", override.food() == null ? null : json.write(override.food()))
                .bindArray("rules", String.class, override.rules())
                .bind("inputs", json.write(override.inputs()))
                .bind("explanation", override.explanation())
                .bind("hold", override.hold())
                .bind("appliedAt", at(override.appliedAt()))
                .bind("expiresAt", at(override.expiresAt()))
                .mapTo(Row.class)
                .map(this::override)
                .one();
    }

    Optional<DayOverride> find(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("select " + COLUMNS + " from day_overrides where user_id = :user and id = :id")
                .bind("user", userId)
                .bind("id", id)
                .mapTo(Row.class)
                .map(this::override)
                .findOne();
    }

    /** As {@link #find}; whoever else decides about it waits. */
    Optional<DayOverride> lock(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("select " + COLUMNS
                        + " from day_overrides where user_id = :user and id = :id for no key update")
                .bind("user", userId)
                .bind("id", id)
                .mapTo(Row.class)
                .map(this::override)
                .findOne();
    }

    /** Every one of a day, the oldest first. */
    List<DayOverride> ofDay(Handle tx, UUID userId, LocalDate day) {
        return tx.createQuery("select " + COLUMNS
                        + " from day_overrides where user_id = :user and date = :day order by id for no key update")
                .bind("user", userId)
                .bind("day", day)
                .mapTo(Row.class)
                .map(this::override)
                .list();
    }

    List<DayOverride> page(Handle tx, UUID userId, DayRange days, @Nullable Status status, PageRequest page) {
        return tx.createQuery("select " + COLUMNS + """
                          from day_overrides
                         where user_id = :user
                           and (:from::date is null or date >= :from)
                           and (:to::date is null or date <= :to)
                           and (:status::text is null or status = :status)
                           and (:after::uuid is null or id < :after)
                         order by id desc
                         limit :fetch
                        """)
                .bind("user", userId)
                .bind("from", days.from())
                .bind("to", days.to())
                .bind("status", status == null ? null : status.wire())
                .bind("after", page.afterId())
                .bind("fetch", page.fetch())
                .mapTo(Row.class)
                .map(this::override)
                .list();
    }

    /** Changes applied by themselves for days from one to another, both included; holds are none of them. */
    int automatic(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return tx.createQuery("""
                        select count(*)::int
                          from day_overrides
                         where user_id = :user and automatic and not hold and date between :from and :to
                        """)
                .bind("user", userId)
                .bind("from", from)
                .bind("to", to)
                .mapTo(int.class)
                .one();
    }

    /** The statuses of the latest changes applied by themselves, the latest last; one undone by a hold is not undone. */
    List<Status> latestAutomatic(Handle tx, UUID userId, int most) {
        return tx.createQuery("""
                        select case when user_overridden then 'undone' else 'auto_applied' end
                          from day_overrides
                         where user_id = :user and automatic and not hold
                         order by id desc
                         limit :most
                        """)
                .bind("user", userId)
                .bind("most", most)
                .mapTo(Status.class)
                .list()
                .reversed();
    }

    /** Days from one to another, both included, that an applied override has changed. */
    List<LocalDate> changedDays(Handle tx, UUID userId, LocalDate from, LocalDate to, Type type) {
        return tx.createQuery("""
                        select distinct date
                          from day_overrides
                         where user_id = :user and date between :from and :to
                           and status in ('approved', 'auto_applied') and override_type in (:type, 'both')
                        """)
                .bind("user", userId)
                .bind("from", from)
                .bind("to", to)
                .bind("type", type.wire())
                .mapTo(LocalDate.class)
                .list();
    }

    DayOverride decide(
            Handle tx, UUID userId, UUID id, Status status, @Nullable String reason, boolean byPerson, Instant now) {
        return tx.createQuery("""
                        update day_overrides
                           set status = :status, reason = :reason, decided_at = :now,
                               applied_at = case when :status = 'approved' then :now else applied_at end,
                               user_overridden = :overridden
                         where user_id = :user and id = :id
                        returning\s""" + COLUMNS)
                .bind("user", userId)
                .bind("id", id)
                .bind("status", status.wire())
                .bind("reason", reason)
                .bind("overridden", byPerson && status == Status.UNDONE)
                .bind("now", at(now))
                .mapTo(Row.class)
                .map(this::override)
                .one();
    }

    /** One that expired. */
    record Expired(UUID userId, UUID id, LocalDate date) {}

    /** Rejects at most so many that nobody answered in time; one that somebody decides about right now is theirs. */
    List<Expired> expire(Handle tx, Instant now, int most) {
        return tx.createQuery("""
                        with late as (
                            select user_id, id
                              from day_overrides
                             where status = 'pending' and expires_at <= :now
                             order by expires_at
                             limit :most
                               for no key update skip locked)
                        update day_overrides o
                           set status = 'rejected', reason = 'expired', decided_at = :now
                          from late l
                         where o.user_id = l.user_id and o.id = l.id
                        returning o.user_id, o.id, o.date
                        """)
                .bind("now", at(now))
                .bind("most", most)
                .mapTo(Expired.class)
                .list();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private DayOverride override(Row row) {
        return new DayOverride(
                row.id(),
                row.programId(),
                row.date(),
                row.overrideType(),
                row.status(),
                row.confidence(),
                row.trainingOverride() == null ? null : json.read(row.trainingOverride(), TrainingChange.class),
                row.nutritionOverride() == null ? null : json.read(row.nutritionOverride(), FoodChange.class),
                row.rules(),
                json.read(row.inputs(), OverrideInputs.class),
                row.explanation(),
                row.hold(),
                row.automatic(),
                row.userOverridden(),
                row.reason(),
                row.appliedAt(),
                row.expiresAt(),
                row.decidedAt(),
                row.createdAt());
    }
}
