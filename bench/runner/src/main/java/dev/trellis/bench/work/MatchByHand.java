package dev.trellis.bench.work;

import dev.trellis.bench.stage.Plans;
import dev.trellis.bench.stage.Plans.Lunch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Yardstick: logging what was eaten and noting which planned meal it was, the same statements in one transaction. What
 * belongs to what is known beforehand; it is only read and written.
 */
final class MatchByHand extends ByHand {
    private static final String PARTS = """
            {"score": 0.8123, "confidence": 1.0000, "kind": 0.9100, "dose": 0.7850, "by_hand": false, "components":
             {"energy": 0.7700, "macros": 0.9000, "items": 0.8000, "time_of_day": 1.0000}}
            """;

    private final PreparedStatement foods;
    private final PreparedStatement person;
    private final PreparedStatement insert;
    private final PreparedStatement append;
    private final PreparedStatement turn;
    private final PreparedStatement handLinks;
    private final PreparedStatement calendar;
    private final PreparedStatement eaten;
    private final PreparedStatement link;
    private final PreparedStatement records;
    private final PreparedStatement assess;
    private final PreparedStatement entry;

    MatchByHand(Connection connection) throws SQLException {
        super(connection);
        foods = prepare("""
                select food_id, name, category, state, kcal, protein_g, carbs_g, fat_g, fibre_g, diet_class, allergens,
                       contains_pork, portion_min_g, portion_max_g, portion_step_g, source
                  from foods
                 where food_id = any (?::text[]) and not retired
                """);
        foods.setString(1, "{chicken_breast_cooked,rice_brown_cooked}");
        person = prepare("""
                select time_zone, day_start from users where id = ?
                """);
        insert = prepare("""
                insert into food_entries (user_id, timestamp, day, meal_type, foods, total_calories, total_macros)
                values (?, now(), (now() at time zone 'UTC')::date, 'lunch', ?::jsonb, 472, ?::jsonb)
                returning id, timestamp, day, meal_type, foods, total_calories, total_macros, notes, photo_path,
                          planned_meal_instance_id, similarity_score
                """);
        append = prepare("""
                with new as materialized (select uuidv7() as id),
                inserted as (
                    insert into events (id, user_id, type, subject_id, occurred_at, payload)
                    select id, ?, ?, ?, now(), ?::jsonb from new),
                delivered as (
                    insert into event_deliveries (user_id, event_id, handler, status, attempts)
                    select ?, n.id, h.name, 'done', 1 from new n cross join unnest(?::text[]) as h (name))
                select id from new
                """);
        turn = prepare("select 1 from pg_advisory_xact_lock(7041966, hashtext(?::text))");
        handLinks = prepare("""
                select h.food_entry_id, f.day, h.meal_instance_id, c.date
                  from hand_links h
                  join food_entries f on f.user_id = h.user_id and f.id = h.food_entry_id
                  left join calendar_events c
                    on c.user_id = h.user_id and c.meal_instance_id = h.meal_instance_id
                 where h.user_id = ?
                """);
        calendar = prepare("""
                select c.id, c.program_id, coalesce(c.session_instance_id, c.meal_instance_id) as item_id, c.kind,
                       coalesce(s.date, m.date) as planned_date, c.date, c.start_time, c.title, c.status, c.detail,
                       c.changes, c.revision
                  from calendar_events c
                  left join session_instances s on s.user_id = c.user_id and s.id = c.session_instance_id
                  left join meal_instances m on m.user_id = c.user_id and m.id = c.meal_instance_id
                 where c.user_id = ? and c.date = (now() at time zone 'UTC')::date and c.kind = 'meal'
                 order by c.date, c.start_time nulls last, c.kind, c.id
                """);
        eaten = prepare("""
                select id, timestamp, day, meal_type, foods, total_calories, total_macros, notes, photo_path,
                       planned_meal_instance_id, similarity_score
                  from food_entries
                 where user_id = ? and day = (now() at time zone 'UTC')::date
                 order by timestamp, id
                """);
        link = prepare("""
                update food_entries
                   set planned_meal_instance_id = ?, similarity_score = 0.8123, adherence_json = ?::jsonb
                 where user_id = ? and id = ?
                """);
        records = prepare("""
                select r.*
                  from calendar_events c
                  join adherence_records r on r.user_id = c.user_id and r.meal_instance_id = c.meal_instance_id
                 where c.user_id = ? and c.date = (now() at time zone 'UTC')::date and c.kind = 'meal'
                """);
        assess = prepare("""
                insert into adherence_records
                       (user_id, program_id, meal_instance_id, date, status, dose, credit, similarity_score,
                        food_entry_id, components, assessed_at)
                select c.user_id, c.program_id, c.meal_instance_id, c.date, 'partial', 0.7850, 0.7000, 0.8123, ?,
                       ?::jsonb, now()
                  from calendar_events c
                 where c.user_id = ? and c.meal_instance_id = ?
                    on conflict (user_id, meal_instance_id) do update set status = excluded.status
                """);
        entry = prepare("""
                select id, timestamp, day, meal_type, foods, total_calories, total_macros, notes, photo_path,
                       planned_meal_instance_id, similarity_score
                  from food_entries where user_id = ? and id = ?
                """);
    }

    void log(Lunch lunch) throws SQLException {
        actAs(lunch.userId());
        readAll(foods);
        read(person, lunch);
        var id = insert(lunch);
        append(lunch, "food.logged", id, "{rematch_logged_food}");
        var savepoint = connection().setSavepoint("handler");
        match(lunch, id);
        connection().releaseSavepoint(savepoint);
        entry.setObject(1, lunch.userId());
        entry.setObject(2, id);
        readAll(entry);
        connection().commit();
    }

    private void match(Lunch lunch, UUID id) throws SQLException {
        turn.setString(1, lunch.userId().toString());
        readAll(turn);
        read(person, lunch);
        read(handLinks, lunch);
        read(calendar, lunch);
        read(eaten, lunch);
        link.setObject(1, lunch.mealId());
        link.setString(2, PARTS);
        link.setObject(3, lunch.userId());
        link.setObject(4, id);
        link.execute();
        read(records, lunch);
        assess.setObject(1, id);
        assess.setString(2, PARTS);
        assess.setObject(3, lunch.userId());
        assess.setObject(4, lunch.mealId());
        assess.execute();
        append(lunch, "adherence.assessed", lunch.mealId(), "{}");
    }

    private UUID insert(Lunch lunch) throws SQLException {
        insert.setObject(1, lunch.userId());
        insert.setString(2, Plans.FOODS);
        insert.setString(3, Plans.MACROS);
        try (var row = insert.executeQuery()) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private void append(Lunch lunch, String type, UUID subject, String handlers) throws SQLException {
        append.setObject(1, lunch.userId());
        append.setString(2, type);
        append.setObject(3, subject);
        append.setString(4, """
                {"user_id": "%s", "subject": "%s", "day": "2026-11-16", "meal_type": "lunch", "total_calories": 472}
                """.formatted(lunch.userId(), subject));
        append.setObject(5, lunch.userId());
        append.setString(6, handlers);
        readAll(append);
    }

    private static void read(PreparedStatement statement, Lunch lunch) throws SQLException {
        statement.setObject(1, lunch.userId());
        readAll(statement);
    }
}
