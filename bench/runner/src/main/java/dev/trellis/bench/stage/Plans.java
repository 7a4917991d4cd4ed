package dev.trellis.bench.stage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Planned meals: everybody of a population has a program that began a week ago, four meals a day, the same every day, and
 * has logged and matched all of them until yesterday.
 */
public final class Plans {
    /** What is eaten at every meal, as it is kept. */
    public static final String FOODS = """
            [{"food_id": "chicken_breast_cooked", "name": "Chicken", "grams": 150, "calories": 247.50, "protein": 46.50,
              "carbs": 0.00, "fat": 5.40, "fibre": 0.00},
             {"food_id": "rice_brown_cooked", "name": "Rice", "grams": 200, "calories": 224.00, "protein": 4.60,
              "carbs": 47.00, "fat": 1.60, "fibre": 3.60}]
            """;
    /** What it brings beside its kcal. */
    public static final String MACROS =
            "{\"protein\": 51.1, \"carbs\": 47.0, \"fat\": 7.0, \"fibre\": 3.6, \"fibre_complete\": true}";

    private static final int DAYS = 28;

    private final Postgres database;
    private final Population people;

    private Plans(Postgres database, Population people) {
        this.database = database;
        this.people = people;
    }

    /** Somebody and the lunch they have planned for today. */
    public record Lunch(UUID userId, UUID mealId, String token) {}

    /** Makes them in bulk. */
    public static Plans make(Postgres database, Population people) throws SQLException {
        try (var connection = bulk(database);
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into programs (user_id, start_date, end_date, seed, generator_version, inputs, training,
                                          nutrition, next_reassessment_date)
                    select id, (now() at time zone 'UTC')::date - 7, (now() at time zone 'UTC')::date + 21, 1, 1, '{}',
                           '{}', '{}', (now() at time zone 'UTC')::date + 7
                      from bench.people
                     order by position
                    """);
            statement.execute("""
                    insert into meal_instances
                           (user_id, program_id, date, start_time, meal_type, kcal, protein_g, carbs_g, fat_g, fibre_g)
                    select p.user_id, p.id, p.start_date + day, at, kind, 600, 55, 60, 15, 8
                      from programs p, generate_series(0, %d - 1) as day,
                           (values ('breakfast', time '08:00'), ('lunch', time '12:30'), ('snack', time '15:30'),
                                   ('dinner', time '18:30')) as meal (kind, at)
                     order by p.user_id, day
                    """.formatted(DAYS));
            statement.execute("""
                    insert into calendar_events
                           (user_id, program_id, meal_instance_id, kind, date, start_time, title, detail, rendered)
                    select user_id, program_id, id, 'meal', date, start_time, initcap(meal_type), detail, detail::text
                      from meal_instances,
                           lateral (select jsonb_build_object('meal', meal_type, 'kcal', 600, 'protein', 55, 'carbs', 60,
                                       'fat', 15, 'fibre', 8, 'note', null, 'items',
                               '[{"food_id": "chicken_breast_cooked", "name": "Chicken", "grams": 150, "kcal": 247.5},
                                 {"food_id": "rice_brown_cooked", "name": "Rice", "grams": 200, "kcal": 224},
                                 {"food_id": "broccoli_cooked", "name": "Broccoli", "grams": 200, "kcal": 70}]'::jsonb)
                                    as detail) d
                     order by user_id, date
                    """);
            live(statement);
            connection.commit();
        }
        people.settle();
        return new Plans(database, people);
    }

    /** A week of it: into empty tables PostgreSQL would plan to look at every row, and go on doing so while they fill. */
    private static void live(Statement statement) throws SQLException {
        statement.execute("""
                insert into food_entries (user_id, timestamp, day, meal_type, foods, total_calories, total_macros,
                                          planned_meal_instance_id, similarity_score, adherence_json)
                select user_id, (date + start_time) at time zone 'UTC', date, meal_type,
                       '%s', 472, '%s',
                       id, 0.8123, '{"score": 0.8123}'
                  from meal_instances
                 where date < (now() at time zone 'UTC')::date
                 order by date, start_time
                """.formatted(FOODS, MACROS));
        statement.execute("""
                insert into adherence_records (user_id, program_id, meal_instance_id, date, status, dose, credit,
                                               similarity_score, food_entry_id, assessed_at)
                select m.user_id, m.program_id, m.id, m.date, 'partial', 0.7850, 0.7000, 0.8123, f.id, f.timestamp
                  from meal_instances m
                  join food_entries f on f.user_id = m.user_id and f.planned_meal_instance_id = m.id
                 order by m.date, m.start_time
                """);
        statement.execute("""
                insert into events (user_id, type, subject_id, actor, occurred_at, payload)
                select user_id, type, case type when 'food.logged' then id else planned_meal_instance_id end,
                       user_id::text, timestamp, '{"meal_type": "lunch", "total_calories": 472}'
                  from food_entries, (values ('food.logged'), ('adherence.assessed')) as of (type)
                 order by timestamp
                """);
        statement.execute("""
                insert into event_deliveries (user_id, event_id, handler, status, attempts)
                select user_id, id, 'rematch_logged_food', 'done', 1 from events where type = 'food.logged'
                """);
    }

    /** Of the people at these positions. */
    public List<Lunch> lunches(int from, int until) throws SQLException {
        var lunches = new ArrayList<Lunch>();
        try (var connection = database.superuser();
                var statement = connection.prepareStatement("""
                        select m.user_id, m.id, b.position
                          from meal_instances m
                          join bench.people b on b.id = m.user_id
                         where m.meal_type = 'lunch' and m.date = (now() at time zone 'UTC')::date
                           and b.position >= ? and b.position < ?
                         order by b.position
                        """)) {
            statement.setInt(1, from);
            statement.setInt(2, until);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    lunches.add(new Lunch(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            people.token(rows.getInt(3))));
                }
            }
        }
        return List.copyOf(lunches);
    }

    /** Forgets what was eaten today and what became of it; the days before stay. */
    public void forget() throws SQLException {
        try (var connection = bulk(database);
                var statement = connection.createStatement()) {
            statement.execute("""
                    delete from event_deliveries d using events e
                     where e.user_id = d.user_id and e.id = d.event_id and e.occurred_at >= (now() at time zone 'UTC')::date
                    """);
            statement.execute("delete from events where occurred_at >= (now() at time zone 'UTC')::date");
            statement.execute("delete from adherence_records where date >= (now() at time zone 'UTC')::date");
            statement.execute("delete from food_entries where day >= (now() at time zone 'UTC')::date");
            connection.commit();
        }
        people.clearUp("event_deliveries", "events", "adherence_records", "food_entries");
    }

    private static Connection bulk(Postgres database) throws SQLException {
        var connection = database.superuser();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
        }
        return connection;
    }
}
