package dev.trellis.assessment;

import dev.trellis.platform.PageRequest;
import dev.trellis.safety.SafetyLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table of intakes. */
@ApplicationScoped
class IntakeStore {
    Intake add(Handle tx, UUID userId, NewIntake intake, SafetyLevel level, Instant now) {
        return tx.createQuery("""
                        insert into intakes
                               (user_id, goal, text, categories, blocked_categories, sleep_quality, stress, cycle_phase,
                                max_duration_days, max_minutes_per_day, wants_repeats, safety_level, created_at)
                        values (:user, :goal, :text, :categories, :blocked, :sleepQuality, :stress, :cyclePhase,
                                :maxDurationDays, :maxMinutesPerDay, :wantsRepeats, :level, :now)
                        returning id, goal, text, categories, blocked_categories, sleep_quality, stress, cycle_phase,
                                  max_duration_days, max_minutes_per_day, wants_repeats, safety_level, created_at
                        """)
                .bind("user", userId)
                .bind("goal", intake.goal().strip())
                .bind("text", intake.textOrEmpty())
                .bindArray("categories", String.class, intake.categoriesOrNone())
                .bindArray("blocked", String.class, intake.blockedOrNone())
                .bind("sleepQuality", intake.sleepQuality())
                .bind("stress", intake.stress())
                .bind("cyclePhase", intake.cyclePhase())
                .bind("maxDurationDays", intake.maxDurationDays())
                .bind("maxMinutesPerDay", intake.maxMinutesPerDay())
                .bind("wantsRepeats", intake.repeats())
                .bind("level", level)
                .bind("now", now)
                .mapTo(Intake.class)
                .one();
    }

    Optional<Intake> find(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("""
                        select id, goal, text, categories, blocked_categories, sleep_quality, stress, cycle_phase,
                               max_duration_days, max_minutes_per_day, wants_repeats, safety_level, created_at
                          from intakes
                         where user_id = :user and id = :id
                        """)
                .bind("user", userId)
                .bind("id", id)
                .mapTo(Intake.class)
                .findOne();
    }

    List<Intake> page(Handle tx, UUID userId, PageRequest page) {
        return tx.createQuery("""
                        select id, goal, text, categories, blocked_categories, sleep_quality, stress, cycle_phase,
                               max_duration_days, max_minutes_per_day, wants_repeats, safety_level, created_at
                          from intakes
                         where user_id = :user and (:after::uuid is null or id < :after)
                         order by id desc
                         limit :limit
                        """)
                .bind("user", userId)
                .bind("after", page.afterId())
                .bind("limit", page.fetch())
                .mapTo(Intake.class)
                .list();
    }
}
