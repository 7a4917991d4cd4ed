package dev.trellis.programs;

import dev.trellis.platform.Json;
import dev.trellis.programs.CalendarDetail.ExerciseDetail;
import dev.trellis.programs.CalendarDetail.MealDetail;
import dev.trellis.programs.CalendarDetail.MealItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The plan of a program and its first calendar: five tables, each written by one statement however long the plan. */
@ApplicationScoped
class PlanStore {
    private final Json json;

    PlanStore(Json json) {
        this.json = json;
    }

    /** A thing and the planned session or meal it belongs to. */
    private record Part<T>(UUID owner, int position, T thing) {}

    void add(Handle tx, UUID userId, UUID programId, ProgramBundle bundle, List<UUID> sessionIds, List<UUID> mealIds) {
        addSessions(tx, userId, programId, bundle.sessions(), sessionIds);
        addExercises(
                tx,
                userId,
                parts(
                        bundle.sessions(),
                        sessionIds,
                        session -> session.session().exercises()));
        addMeals(tx, userId, programId, bundle.meals(), mealIds);
        addItems(tx, userId, parts(bundle.meals(), mealIds, meal -> meal.meal().items()));
        addSessionEvents(tx, userId, programId, bundle.sessions(), sessionIds);
        addMealEvents(tx, userId, programId, bundle.meals(), mealIds);
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

    private void addSessions(
            Handle tx, UUID userId, UUID programId, List<ProgramBundle.Session> sessions, List<UUID> ids) {
        var update = tx.createUpdate("""
                        insert into session_instances
                               (user_id, id, program_id, week_number, light, date, start_time, kind, hard, minutes, cardio)
                        select :user, id, :program, week, light, date, start_time, kind, hard, minutes, cardio::jsonb
                          from unnest(:ids, :weeks, :lights, :dates, :times, :kinds, :hards, :minutes, :cardios)
                               as new (id, week, light, date, start_time, kind, hard, minutes, cardio)
                        """)
                .bind("user", userId)
                .bind("program", programId)
                .bindArray("ids", UUID.class, ids);
        bind(
                update,
                "weeks",
                Integer.class,
                sessions,
                session -> session.session().weekNumber());
        bind(
                update,
                "lights",
                Boolean.class,
                sessions,
                session -> session.session().light());
        bind(update, "dates", LocalDate.class, sessions, ProgramBundle.Session::date);
        bind(update, "times", LocalTime.class, sessions, ProgramBundle.Session::startTime);
        bind(
                update,
                "kinds",
                String.class,
                sessions,
                session -> wire(session.session().kind()));
        bind(
                update,
                "hards",
                Boolean.class,
                sessions,
                session -> session.session().hard());
        bind(
                update,
                "minutes",
                Integer.class,
                sessions,
                session -> session.session().minutes());
        bind(update, "cardios", String.class, sessions, session -> {
            var cardio = session.session().cardio();
            return cardio == null ? null : json.write(cardio);
        });
        update.execute();
    }

    private static void addExercises(Handle tx, UUID userId, List<Part<ExerciseDetail>> exercises) {
        var update = tx.createUpdate("""
                        insert into exercise_plan_items
                               (user_id, session_instance_id, position, exercise_id, slot, sets, rep_min, rep_max, timed,
                                in_reserve, rest_seconds, percent_low, percent_high, load_kg)
                        select :user, session, position, exercise, slot, sets, rep_min, rep_max, timed, in_reserve, rest,
                               low, high, load
                          from unnest(:owners, :positions, :exercises, :slots, :sets, :repMins, :repMaxs, :timed,
                                      :inReserve, :rests, :lows, :highs, :loads)
                               as new (session, position, exercise, slot, sets, rep_min, rep_max, timed, in_reserve, rest,
                                       low, high, load)
                        """).bind("user", userId);
        bind(update, "owners", UUID.class, exercises, Part::owner);
        bind(update, "positions", Integer.class, exercises, Part::position);
        bind(update, "exercises", String.class, exercises, part -> part.thing().exerciseId());
        bind(update, "slots", String.class, exercises, part -> wire(part.thing().slot()));
        bind(update, "sets", Integer.class, exercises, part -> part.thing().sets());
        bind(update, "repMins", Integer.class, exercises, part -> part.thing().repMin());
        bind(update, "repMaxs", Integer.class, exercises, part -> part.thing().repMax());
        bind(update, "timed", Boolean.class, exercises, part -> part.thing().timed());
        bind(update, "inReserve", Integer.class, exercises, part -> part.thing().inReserve());
        bind(update, "rests", Integer.class, exercises, part -> part.thing().restSeconds());
        bind(update, "lows", Integer.class, exercises, part -> part.thing().percentLow());
        bind(update, "highs", Integer.class, exercises, part -> part.thing().percentHigh());
        bind(update, "loads", Double.class, exercises, part -> part.thing().loadKg());
        update.execute();
    }

    private static void addMeals(
            Handle tx, UUID userId, UUID programId, List<ProgramBundle.Meal> meals, List<UUID> ids) {
        var update = tx.createUpdate("""
                        insert into meal_instances
                               (user_id, id, program_id, date, start_time, meal_type, kcal, protein_g, carbs_g, fat_g,
                                fibre_g)
                        select :user, id, :program, date, start_time, type, kcal, protein, carbs, fat, fibre
                          from unnest(:ids, :dates, :times, :types, :kcals, :proteins, :carbs, :fats, :fibres)
                               as new (id, date, start_time, type, kcal, protein, carbs, fat, fibre)
                        """)
                .bind("user", userId)
                .bind("program", programId)
                .bindArray("ids", UUID.class, ids);
        bind(update, "dates", LocalDate.class, meals, ProgramBundle.Meal::date);
        bind(update, "times", LocalTime.class, meals, ProgramBundle.Meal::startTime);
        bind(update, "types", String.class, meals, meal -> wire(meal.meal().meal()));
        bind(update, "kcals", Double.class, meals, meal -> meal.meal().kcal());
        bind(update, "proteins", Double.class, meals, meal -> meal.meal().protein());
        bind(update, "carbs", Double.class, meals, meal -> meal.meal().carbs());
        bind(update, "fats", Double.class, meals, meal -> meal.meal().fat());
        bind(update, "fibres", Double.class, meals, meal -> meal.meal().fibre());
        update.execute();
    }

    private static void addItems(Handle tx, UUID userId, List<Part<MealItem>> items) {
        var update = tx.createUpdate("""
                        insert into meal_item_plan (user_id, meal_instance_id, position, food_id, grams, kcal)
                        select :user, meal, position, food, grams, kcal
                          from unnest(:owners, :positions, :foods, :grams, :kcals)
                               as new (meal, position, food, grams, kcal)
                        """).bind("user", userId);
        bind(update, "owners", UUID.class, items, Part::owner);
        bind(update, "positions", Integer.class, items, Part::position);
        bind(update, "foods", String.class, items, part -> part.thing().foodId());
        bind(update, "grams", Integer.class, items, part -> part.thing().grams());
        bind(update, "kcals", Double.class, items, part -> part.thing().kcal());
        update.execute();
    }

    private void addSessionEvents(
            Handle tx, UUID userId, UUID programId, List<ProgramBundle.Session> sessions, List<UUID> ids) {
        var update = tx.createUpdate("""
                        insert into calendar_events
                               (user_id, program_id, session_instance_id, kind, date, start_time, title, detail)
                        select :user, :program, session, 'session', date, start_time, title, detail::jsonb
                          from unnest(:ids, :dates, :times, :titles, :details)
                               as new (session, date, start_time, title, detail)
                        """)
                .bind("user", userId)
                .bind("program", programId)
                .bindArray("ids", UUID.class, ids);
        bind(update, "dates", LocalDate.class, sessions, ProgramBundle.Session::date);
        bind(update, "times", LocalTime.class, sessions, ProgramBundle.Session::startTime);
        bind(update, "titles", String.class, sessions, ProgramBundle.Session::title);
        bind(update, "details", String.class, sessions, session -> json.write(session.session()));
        update.execute();
    }

    private void addMealEvents(Handle tx, UUID userId, UUID programId, List<ProgramBundle.Meal> meals, List<UUID> ids) {
        // The same few meals come again every week; each is written as JSON once.
        Map<MealDetail, String> written = new IdentityHashMap<>();
        var update = tx.createUpdate("""
                        insert into calendar_events
                               (user_id, program_id, meal_instance_id, kind, date, start_time, title, detail)
                        select :user, :program, meal, 'meal', date, start_time, title, detail::jsonb
                          from unnest(:ids, :dates, :times, :titles, :details)
                               as new (meal, date, start_time, title, detail)
                        """)
                .bind("user", userId)
                .bind("program", programId)
                .bindArray("ids", UUID.class, ids);
        bind(update, "dates", LocalDate.class, meals, ProgramBundle.Meal::date);
        bind(update, "times", LocalTime.class, meals, ProgramBundle.Meal::startTime);
        bind(update, "titles", String.class, meals, ProgramBundle.Meal::title);
        bind(update, "details", String.class, meals, meal -> written.computeIfAbsent(meal.meal(), json::write));
        update.execute();
    }

    private static <O, T> List<Part<T>> parts(List<O> owners, List<UUID> ids, Function<O, List<T>> parts) {
        var all = new ArrayList<Part<T>>();
        for (var i = 0; i < owners.size(); i++) {
            var position = 0;
            for (var part : parts.apply(owners.get(i))) {
                all.add(new Part<>(ids.get(i), position++, part));
            }
        }
        return all;
    }

    private static <R, T> void bind(
            Update update, String name, Class<T> type, List<R> rows, Function<R, @Nullable T> column) {
        update.bindArray(name, type, rows.stream().map(column).toArray());
    }

    private static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
