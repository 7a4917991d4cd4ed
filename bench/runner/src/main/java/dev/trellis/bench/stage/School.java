package dev.trellis.bench.stage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Courses with students, six weeks into a term: what the nightly evaluation works on. */
public final class School {
    private static final int COURSES_EACH = 5;
    private static final int IN_A_COURSE = 250;

    private final Postgres database;

    private School(Postgres database) {
        this.database = database;
    }

    /** How many people it takes for so many enrollments. */
    public static int people(int enrollments) {
        return enrollments / COURSES_EACH;
    }

    /** Enrolls these people in five courses each, with some twenty learning events in each of them. */
    public static School make(Postgres database, int enrollments) throws SQLException {
        var school = new School(database);
        var courses = Math.max(COURSES_EACH, enrollments / IN_A_COURSE);
        school.execute("truncate courses cascade");
        school.execute("insert into user_profiles (user_id) select id from bench.people on conflict do nothing");
        school.execute("""
                insert into courses (code, title, start_date, end_date, credits)
                select n, 'Course ' || n, current_date - 42, current_date + 60, 5 from generate_series(0, %d - 1) n
                """.formatted(courses));
        school.execute("""
                insert into course_staff (trainer_id, course_id, role, name, capacity)
                select p.id, c.id, 'trainer', 'Trainer', 1000
                  from courses c join bench.people p on p.position = c.code::int
                """);
        school.execute("""
                insert into course_items (course_id, source_id, due_on, cognitive_potential)
                select id, n::text, current_date - 38 + 7 * n, 2 from courses cross join generate_series(0, 4) n
                """);
        school.execute("""
                insert into student_enrollments (user_id, course_id, student_name, enrolled_on)
                select p.id, c.id, 'Student ' || p.position, c.start_date
                  from bench.people p
                 cross join generate_series(0, %d) k
                  join courses c on c.code::int = (p.position + k * greatest(1, %d / %d)) %% %d
                """.formatted(COURSES_EACH - 1, courses, COURSES_EACH, courses));
        school.fill();
        return school;
    }

    /** One student in four struggles, as their id decides. */
    private void fill() throws SQLException {
        var struggles = "get_byte(uuid_send(e.user_id), 15) % 4 = 0";
        event(
                "view",
                "null",
                "generate_series(0, 11) n",
                "current_date - 40 + 3 * n",
                "not (%s and n > 6)".formatted(struggles),
                "v");
        event(
                "attendance",
                "case when %s and n %% 2 = 0 then 0 else 1 end".formatted(struggles),
                "generate_series(0, 4) n",
                "current_date - 29 + 6 * n",
                "true",
                "a");
        execute("""
                insert into learning_events (user_id, course_id, item_id, kind, day, occurred_at, value, weight, source,
                                             source_id, received_at)
                select e.user_id, e.course_id, i.id, k.kind, i.due_on, i.due_on,
                       case k.kind when 'grade' then 50 + get_byte(uuid_send(e.user_id), 14) % 50 end,
                       case k.kind when 'grade' then 1 end, 'bench', k.kind || i.source_id || e.course_id, now()
                  from student_enrollments e
                  join course_items i on i.course_id = e.course_id
                 cross join (values ('submission'), ('grade')) as k (kind)
                 where not (get_byte(uuid_send(e.user_id), 15) % 4 = 0 and i.source_id::int > 2)
                """);
        execute("vacuum analyze");
    }

    private void event(String kind, String value, String times, String day, String condition, String prefix)
            throws SQLException {
        execute("""
                insert into learning_events (user_id, course_id, kind, day, occurred_at, value, source, source_id, received_at)
                select e.user_id, e.course_id, '%s', %s, %s, %s, 'bench', '%s' || n || e.course_id, now()
                  from student_enrollments e cross join %s
                 where %s
                """.formatted(kind, day, day, value, prefix, times, condition));
    }

    /** Takes back what an evaluation wrote. */
    public void forget() throws SQLException {
        execute("""
                truncate risk_states, risk_assessments, student_interventions, case_follow_ups, case_contacts, case_changes,
                         student_trainers, event_deliveries, events, notifications
                """);
        execute("checkpoint");
    }

    /** The courses, so many students together at least. */
    public List<List<UUID>> batches(int students) throws SQLException {
        var batches = new ArrayList<List<UUID>>();
        try (var connection = database.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select c.id, (select count(*) from student_enrollments e where e.course_id = c.id)
                          from courses c order by c.id
                        """)) {
            var together = students;
            while (rows.next()) {
                if (together >= students) {
                    batches.add(new ArrayList<>());
                    together = 0;
                }
                batches.getLast().add(rows.getObject(1, UUID.class));
                together += rows.getInt(2);
            }
        }
        return batches;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
