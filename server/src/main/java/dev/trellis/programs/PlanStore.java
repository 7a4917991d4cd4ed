package dev.trellis.programs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The plan of a program and its first calendar: five tables, each written by one statement however long the plan. */
@ApplicationScoped
class PlanStore {
    void add(Handle tx, UUID userId, PlanRows rows) {
        addSessions(tx, userId, rows);
        addExercises(tx, userId, rows);
        addMeals(tx, userId, rows);
        addItems(tx, userId, rows);
        addEntries(tx, userId, rows);
    }

    /** Takes what lies on these days out of the calendar; the plan keeps it. */
    void clearCalendar(Handle tx, UUID userId, UUID programId, LocalDate from) {
        tx.createUpdate("""
                        delete from calendar_events
                         where user_id = :user and program_id = :program and date >= :from
                        """)
                .bind("user", userId)
                .bind("program", programId)
                .bind("from", from)
                .execute();
    }

    private static void addSessions(Handle tx, UUID userId, PlanRows rows) {
        rows.sessions()
                .bindTo(tx.createUpdate("""
                        insert into session_instances
                               (user_id, id, program_id, week_number, light, date, start_time, kind, hard, minutes, cardio)
                        select :user, id, :program, week, light, date, start_time, kind, hard, minutes, cardio::jsonb
                          from unnest(:ids, :weeks, :lights, :dates, :times, :kinds, :hards, :minutes, :cardios)
                               as new (id, week, light, date, start_time, kind, hard, minutes, cardio)
                        """))
                .bind("user", userId)
                .bind("program", rows.ids().program())
                .execute();
    }

    private static void addExercises(Handle tx, UUID userId, PlanRows rows) {
        rows.exercises().bindTo(tx.createUpdate("""
                        insert into exercise_plan_items
                               (user_id, session_instance_id, position, exercise_id, slot, sets, rep_min, rep_max, timed,
                                in_reserve, rest_seconds, percent_low, percent_high, load_kg)
                        select :user, session, position, exercise, slot, sets, rep_min, rep_max, timed, in_reserve, rest,
                               low, high, load
                          from unnest(:owners, :positions, :exercises, :slots, :sets, :repMins, :repMaxs, :timed,
                                      :inReserve, :rests, :lows, :highs, :loads)
                               as new (session, position, exercise, slot, sets, rep_min, rep_max, timed, in_reserve, rest,
                                       low, high, load)
                        """)).bind("user", userId).execute();
    }

    private static void addMeals(Handle tx, UUID userId, PlanRows rows) {
        rows.meals()
                .bindTo(tx.createUpdate("""
                        insert into meal_instances
                               (user_id, id, program_id, date, start_time, meal_type, kcal, protein_g, carbs_g, fat_g,
                                fibre_g)
                        select :user, id, :program, date, start_time, type, kcal, protein, carbs, fat, fibre
                          from unnest(:ids, :dates, :times, :types, :kcals, :proteins, :carbs, :fats, :fibres)
                               as new (id, date, start_time, type, kcal, protein, carbs, fat, fibre)
                        """))
                .bind("user", userId)
                .bind("program", rows.ids().program())
                .execute();
    }

    private static void addItems(Handle tx, UUID userId, PlanRows rows) {
        rows.items().bindTo(tx.createUpdate("""
                        insert into meal_item_plan (user_id, meal_instance_id, position, food_id, grams, kcal)
                        select :user, meal, position, food, grams, kcal
                          from unnest(:owners, :positions, :foods, :grams, :kcals)
                               as new (meal, position, food, grams, kcal)
                        """)).bind("user", userId).execute();
    }

    private static void addEntries(Handle tx, UUID userId, PlanRows rows) {
        rows.sessionEntries()
                .bindTo(tx.createUpdate("""
                        insert into calendar_events
                               (user_id, id, program_id, session_instance_id, kind, date, start_time, title, detail, rendered)
                        select :user, id, :program, session, 'session', date, start_time, title, detail::jsonb, rendered
                          from unnest(:ids, :items, :dates, :times, :titles, :details, :rendered)
                               as new (id, session, date, start_time, title, detail, rendered)
                        """))
                .bind("user", userId)
                .bind("program", rows.ids().program())
                .execute();
        rows.mealEntries()
                .bindTo(tx.createUpdate("""
                        insert into calendar_events
                               (user_id, id, program_id, meal_instance_id, kind, date, start_time, title, detail, rendered)
                        select :user, id, :program, meal, 'meal', date, start_time, title, detail::jsonb, rendered
                          from unnest(:ids, :items, :dates, :times, :titles, :details, :rendered)
                               as new (id, meal, date, start_time, title, detail, rendered)
                        """))
                .bind("user", userId)
                .bind("program", rows.ids().program())
                .execute();
    }
}
