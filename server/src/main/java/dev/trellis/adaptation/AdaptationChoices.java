package dev.trellis.adaptation;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What people let the server do unasked. */
@ApplicationScoped
public class AdaptationChoices {
    private final Database database;

    AdaptationChoices(Database database) {
        this.database = database;
    }

    /** One's own. */
    public AdaptationSettings mine(Actor actor) {
        return database.as(actor, tx -> of(tx, actor.userId()));
    }

    /** Chooses anew. */
    public AdaptationSettings choose(Actor actor, AdaptationSettings settings) {
        return database.as(actor, tx -> {
            tx.createUpdate("""
                            insert into adaptation_settings
                                   (user_id, auto_adjust, fewer_carbs_on_cuts, auto_raise_calories, morning_at)
                            values (:user, :autoAdjust, :fewerCarbsOnCuts, :autoRaiseCalories, :morningAt)
                                on conflict (user_id) do update
                               set auto_adjust = excluded.auto_adjust, fewer_carbs_on_cuts = excluded.fewer_carbs_on_cuts,
                                   auto_raise_calories = excluded.auto_raise_calories, morning_at = excluded.morning_at
                            """)
                    .bind("user", actor.userId())
                    .bind("autoAdjust", settings.autoAdjust())
                    .bind("fewerCarbsOnCuts", settings.fewerCarbsOnCuts())
                    .bind("autoRaiseCalories", settings.autoRaiseCalories())
                    .bind("morningAt", settings.morningAt())
                    .execute();
            return of(tx, actor.userId());
        });
    }

    AdaptationSettings of(Handle tx, UUID userId) {
        return tx.createQuery("""
                        select auto_adjust, fewer_carbs_on_cuts, auto_raise_calories, morning_at
                          from adaptation_settings
                         where user_id = :user
                        """)
                .bind("user", userId)
                .mapTo(AdaptationSettings.class)
                .findOne()
                .orElse(AdaptationSettings.USUAL);
    }

    /** Asks before every change from now on. */
    void switchAutoOff(Handle tx, UUID userId) {
        tx.createUpdate("update adaptation_settings set auto_adjust = false where user_id = :user")
                .bind("user", userId)
                .execute();
    }

    /** Notes that this day's morning was looked at; false when it was before. */
    boolean claimMorning(Handle tx, UUID userId, LocalDate day) {
        return tx.createUpdate("""
                                insert into adaptation_settings (user_id, morning_done_on)
                                values (:user, :day)
                                    on conflict (user_id) do update set morning_done_on = excluded.morning_done_on
                                 where adaptation_settings.morning_done_on is null
                                    or adaptation_settings.morning_done_on < excluded.morning_done_on
                                """).bind("user", userId).bind("day", day).execute() == 1;
    }
}
