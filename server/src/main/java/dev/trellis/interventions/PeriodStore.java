package dev.trellis.interventions;

import dev.trellis.assessment.CyclePhase;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code intervention_periods} and {@code period_pauses}. */
@ApplicationScoped
class PeriodStore {
    private static final String COLUMNS = """
            id, intake_id, recommendation_id, intervention_id, intervention_name, category, selected_habits, start_date,
            end_date, actual_end_date, completed_at, planned_duration_days, status, auto_completed, cycle_phase, outcome,
            notes, created_at, updated_at
            """;

    /** A period by {@code :user} and {@code :id}. */
    static final String FIND = "select " + COLUMNS + " from intervention_periods where user_id = :user and id = :id";

    /** The columns of a new period. */
    record NewPeriod(
            @Nullable UUID intakeId,
            @Nullable Integer interventionId,
            String interventionName,
            @Nullable String category,
            List<String> selectedHabits,
            LocalDate startDate,
            int plannedDurationDays,
            @Nullable CyclePhase cyclePhase,
            Outcome outcome) {}

    /** One start at a time for a person, so that limits hold however many tabs are open. */
    void lockStarts(Handle tx, UUID userId) {
        tx.createQuery("select id from users where id = :user for update")
                .bind("user", userId)
                .mapTo(UUID.class)
                .findOne();
    }

    InterventionPeriod insert(Handle tx, UUID userId, NewPeriod period) {
        return tx.createQuery("""
                        insert into intervention_periods
                               (user_id, intake_id, recommendation_id, intervention_id, intervention_name, category,
                                selected_habits, start_date, end_date, planned_duration_days, cycle_phase, outcome)
                        values (:user, :intakeId,
                                -- what was shown for this intake and led here, so that feedback can be weighed
                                (select r.id
                                   from recommendations r
                                   join recommendation_items i on i.user_id = r.user_id and i.recommendation_id = r.id
                                  where r.user_id = :user and r.intake_id = :intakeId
                                    and i.intervention_id = :interventionId
                                  order by r.id desc
                                  limit 1),
                                :interventionId, :interventionName, :category, :selectedHabits, :startDate,
                                :startDate + :plannedDurationDays, :plannedDurationDays, :cyclePhase, :outcome)
                        returning
                        """ + COLUMNS)
                .bind("user", userId)
                .bind("intakeId", period.intakeId())
                .bind("interventionId", period.interventionId())
                .bind("interventionName", period.interventionName())
                .bind("category", period.category())
                .bindArray("selectedHabits", String.class, period.selectedHabits())
                .bind("startDate", period.startDate())
                .bind("plannedDurationDays", period.plannedDurationDays())
                .bind("cyclePhase", period.cyclePhase())
                .bind("outcome", period.outcome())
                .mapTo(InterventionPeriod.class)
                .one();
    }

    Optional<InterventionPeriod> find(Handle tx, UUID userId, UUID id) {
        return tx.createQuery(FIND)
                .bind("user", userId)
                .bind("id", id)
                .mapTo(InterventionPeriod.class)
                .findOne();
    }

    /** As {@link #find}, and nobody else changes it before this transaction ends. */
    Optional<InterventionPeriod> lock(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("select " + COLUMNS
                        + " from intervention_periods where user_id = :user and id = :id for no key update")
                .bind("user", userId)
                .bind("id", id)
                .mapTo(InterventionPeriod.class)
                .findOne();
    }

    List<InterventionPeriod> open(Handle tx, UUID userId) {
        return tx.createQuery("select " + COLUMNS + """
                          from intervention_periods
                         where user_id = :user and status in ('active', 'paused')
                         order by id desc
                        """)
                .bind("user", userId)
                .mapTo(InterventionPeriod.class)
                .list();
    }

    List<InterventionPeriod> history(Handle tx, UUID userId, PageRequest page) {
        return tx.createQuery("select " + COLUMNS + """
                          from intervention_periods
                         where user_id = :user and (:after::uuid is null or id < :after)
                         order by id desc
                         limit :fetch
                        """)
                .bind("user", userId)
                .bind("after", page.afterId())
                .bind("fetch", page.fetch())
                .mapTo(InterventionPeriod.class)
                .list();
    }

    /** Ends an open period; empty when it was not open any more, or never there. */
    Optional<InterventionPeriod> close(
            Handle tx, UUID userId, UUID id, PeriodStatus end, Instant now, @Nullable String notes) {
        return tx.createQuery("""
                        update intervention_periods
                           set status = :end, completed_at = :now, notes = coalesce(:notes, notes),
                               actual_end_date = greatest(start_date, least(end_date - 1,
                                   (select day_of(:now, u.time_zone, u.day_start) from users u where u.id = :user)))
                         where user_id = :user and id = :id and status in ('active', 'paused')
                        returning
                        """ + COLUMNS)
                .bind("end", end)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("notes", notes)
                .bind("user", userId)
                .bind("id", id)
                .mapTo(InterventionPeriod.class)
                .findOne();
    }

    InterventionPeriod pause(Handle tx, UUID userId, UUID id, LocalDate from) {
        tx.createUpdate("""
                        insert into period_pauses (user_id, period_id, paused_on)
                        values (:user, :id, :from)
                            on conflict (user_id, period_id, paused_on) do update set resumed_on = null
                        """)
                .bind("user", userId)
                .bind("id", id)
                .bind("from", from)
                .execute();
        return move(tx, userId, id, PeriodStatus.PAUSED, 0);
    }

    /** The first day of the pause that goes on. */
    LocalDate pausedOn(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("""
                        select paused_on from period_pauses
                         where user_id = :user and period_id = :id and resumed_on is null
                        """)
                .bind("user", userId)
                .bind("id", id)
                .mapTo(LocalDate.class)
                .one();
    }

    /** A rest; {@code resumedOn} is the first day after it, null while it goes on. */
    record Pause(
            UUID periodId, LocalDate pausedOn, @Nullable LocalDate resumedOn) {}

    /** The pauses of these periods, in their order. */
    List<Pause> pauses(Handle tx, UUID userId, List<UUID> periodIds) {
        return tx.createQuery("""
                        select period_id, paused_on, resumed_on
                          from period_pauses
                         where user_id = :user and period_id = any(:periods)
                         order by paused_on
                        """)
                .bind("user", userId)
                .bindArray("periods", UUID.class, periodIds)
                .mapTo(Pause.class)
                .list();
    }

    InterventionPeriod resume(Handle tx, UUID userId, UUID id, LocalDate from, int pausedDays) {
        tx.createUpdate("""
                        update period_pauses set resumed_on = :from
                         where user_id = :user and period_id = :id and resumed_on is null
                        """)
                .bind("user", userId)
                .bind("id", id)
                .bind("from", from)
                .execute();
        return move(tx, userId, id, PeriodStatus.ACTIVE, pausedDays);
    }

    private static InterventionPeriod move(Handle tx, UUID userId, UUID id, PeriodStatus to, int laterByDays) {
        return tx.createQuery("""
                        update intervention_periods
                           set status = :to, end_date = end_date + :days
                         where user_id = :user and id = :id
                        returning
                        """ + COLUMNS)
                .bind("to", to)
                .bind("days", laterByDays)
                .bind("user", userId)
                .bind("id", id)
                .mapTo(InterventionPeriod.class)
                .one();
    }
}
