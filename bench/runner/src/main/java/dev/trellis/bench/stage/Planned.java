package dev.trellis.bench.stage;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trellis.bench.harness.HttpConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * People with a consultation, and, where wanted, with a program: the first tells it all and gets a program of twelve weeks
 * through the front door, and everybody else gets a copy of what that left in the database.
 */
public final class Planned {
    private static final Map<String, String> ANSWERS = new LinkedHashMap<>();

    static {
        ANSWERS.put(
                "about_you",
                "{'birth_date':'1990-03-21','sex':'female','height_cm':165,'weight_kg':65,'activity_level':'light'}");
        ANSWERS.put(
                "health",
                "{'active_lately':true,'health_conditions':['none'],'warning_signs':['none'],'pregnancy_state':['none'],"
                        + "'eating_disorder':false,'eating_signs':['none']}");
        ANSWERS.put("goals", "{'training_aim':'strength','weight_aim':'keep'}");
        ANSWERS.put("training_history", "{'consistent_months':8,'break_weeks':0}");
        ANSWERS.put(
                "equipment_and_schedule",
                "{'equipment':['dumbbell','band','bench'],'days_per_week':4,'minutes_per_session':60}");
        ANSWERS.put("injuries", "{}");
        ANSWERS.put("food", "{'diet':'omnivore','allergies':['none'],'meals_per_day':4}");
        ANSWERS.put("sleep_and_stress", "{}");
        ANSWERS.put("preferences", "{'repeat_meals':true}");
    }

    private final Postgres database;

    private Planned(Postgres database) {
        this.database = database;
    }

    /** A person and their token. */
    public record Planner(UUID userId, String token) {}

    /** Gives these people a consultation, and the first of them a program that begins today. */
    public static Planned consulted(Stage stage, Population people) throws IOException, SQLException {
        stage.narrator().say("one person tells a consultation and gets a program");
        try (var http = new HttpConnection(stage.server().port())) {
            var id = new ObjectMapper()
                    .readTree(http.exchange("POST", "/consultations", people.operator(), "")
                            .body())
                    .path("id")
                    .asText();
            for (var section : ANSWERS.entrySet()) {
                http.send(
                        "PUT",
                        "/consultations/" + id + "/sections/" + section.getKey(),
                        people.operator(),
                        section.getValue().replace('\'', '"'));
            }
            var made = http.exchange(
                    "POST",
                    "/consultation/" + id + "/complete",
                    people.operator(),
                    "{\"start_date\":\"" + LocalDate.now(ZoneOffset.UTC) + "\"}");
            if (made.status() != 201) {
                throw new IOException("no program: " + new String(made.body(), StandardCharsets.UTF_8));
            }
        }
        var planned = new Planned(stage.database());
        planned.copy("""
                create temp table consultation on commit drop as
                select p.id as user_id, uuidv7() as id from bench.people p where p.position > 0
                """, """
                insert into consultation_sessions (user_id, id, started_at, completed_at)
                select n.user_id, n.id, c.started_at, c.completed_at
                  from consultation n, consultation_sessions c
                 where c.user_id = (select id from bench.people where position = 0)
                """, """
                insert into consultation_answers (user_id, session_id, section, answers, safety_level)
                select n.user_id, n.id, c.section, c.answers, c.safety_level
                  from consultation n, consultation_answers c
                 where c.user_id = (select id from bench.people where position = 0)
                """);
        return planned;
    }

    /** Gives everybody else the first person's program. */
    public void copyProgram() throws SQLException {
        copy("""
                create temp table renamed on commit drop as
                select p.id as user_id, old.id as old, uuidv7() as new
                  from bench.people p,
                       (select id from programs union all select id from session_instances
                        union all select id from meal_instances) old
                 where p.position > 0
                """, "create index on renamed (old)", "analyze renamed", """
                insert into programs (user_id, id, start_date, end_date, seed, generator_version, inputs, training, nutrition,
                                      next_reassessment_date)
                select r.user_id, r.new, p.start_date, p.end_date, p.seed, p.generator_version, p.inputs, p.training,
                       p.nutrition, p.next_reassessment_date
                  from programs p join renamed r on r.old = p.id
                """, """
                insert into session_instances
                       (user_id, id, program_id, week_number, light, date, start_time, kind, hard, minutes, cardio)
                select r.user_id, r.new, p.new, s.week_number, s.light, s.date, s.start_time, s.kind, s.hard, s.minutes,
                       s.cardio
                  from session_instances s
                  join renamed r on r.old = s.id
                  join renamed p on p.old = s.program_id and p.user_id = r.user_id
                """, """
                insert into exercise_plan_items
                       (user_id, session_instance_id, position, exercise_id, slot, sets, rep_min, rep_max, timed,
                        in_reserve, rest_seconds, percent_low, percent_high, load_kg)
                select r.user_id, r.new, i.position, i.exercise_id, i.slot, i.sets, i.rep_min, i.rep_max, i.timed,
                       i.in_reserve, i.rest_seconds, i.percent_low, i.percent_high, i.load_kg
                  from exercise_plan_items i
                  join renamed r on r.old = i.session_instance_id
                 order by r.user_id, r.new, i.position
                """, """
                insert into meal_instances
                       (user_id, id, program_id, date, start_time, meal_type, kcal, protein_g, carbs_g, fat_g, fibre_g)
                select r.user_id, r.new, p.new, m.date, m.start_time, m.meal_type, m.kcal, m.protein_g, m.carbs_g, m.fat_g,
                       m.fibre_g
                  from meal_instances m
                  join renamed r on r.old = m.id
                  join renamed p on p.old = m.program_id and p.user_id = r.user_id
                """, """
                insert into meal_item_plan (user_id, meal_instance_id, position, food_id, grams, kcal)
                select r.user_id, r.new, i.position, i.food_id, i.grams, i.kcal
                  from meal_item_plan i
                  join renamed r on r.old = i.meal_instance_id
                 order by r.user_id, r.new, i.position
                """, """
                insert into calendar_events
                       (user_id, program_id, session_instance_id, meal_instance_id, kind, date, start_time, title, detail,
                        rendered)
                select r.user_id, p.new, case when c.kind = 'session' then r.new end,
                       case when c.kind = 'meal' then r.new end, c.kind, c.date, c.start_time, c.title, c.detail,
                       replace(replace(c.rendered, r.old::text, r.new::text), p.old::text, p.new::text)
                  from calendar_events c
                  join renamed r on r.old = coalesce(c.session_instance_id, c.meal_instance_id)
                  join renamed p on p.old = c.program_id and p.user_id = r.user_id
                 order by r.user_id, c.date, c.start_time
                """);
    }

    /** All of them but the first, whose is the original. */
    public List<Planner> others(Population people) throws SQLException {
        var others = new ArrayList<Planner>();
        try (var connection = database.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select id, position from bench.people where position > 0 order by position")) {
            while (rows.next()) {
                others.add(new Planner(rows.getObject(1, UUID.class), people.token(rows.getInt(2))));
            }
        }
        return List.copyOf(others);
    }

    /** Whose the original is. */
    public UUID first() throws SQLException {
        try (var connection = database.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select id from bench.people where position = 0")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    /** The rows are right by construction; foreign keys are not checked for each of them. */
    private void copy(String... statements) throws SQLException {
        try (Connection connection = database.superuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            for (var sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }
}
