package dev.trellis.students;

import dev.trellis.platform.Role;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A course of its own for each test, with whoever is in it; made through the front door by its registrar. */
final class School {
    /** The first day of every course: six weeks before the tests' Monday. */
    static final LocalDate START = LocalDate.of(2026, 10, 5);

    private final Given given;
    final Api registrar;
    final UUID course;
    private int events;

    private School(Given given, Api registrar, UUID course) {
        this.given = given;
        this.registrar = registrar;
        this.course = course;
    }

    /** A course that runs from October to January. */
    static School open(Given given) {
        var registrar = given.operator("registrar").lasting("operate");
        var course = registrar
                .post(
                        "/courses",
                        Map.of(
                                "title",
                                "Statics",
                                "start_date",
                                START.toString(),
                                "end_date",
                                "2027-01-29",
                                "time_zone",
                                "UTC"))
                .id();
        return new School(given, registrar, course);
    }

    /** Somebody with their id. */
    record Member(Api api, Api loggedIn, UUID id, UUID enrollment) {}

    /** A trainer of the course, or its lead. */
    Member staff(String name, String position) {
        var loggedIn = given.person(name, Role.TRAINER);
        var api = loggedIn.lasting("teach");
        var id = api.get("/me").id();
        ok(registrar.put("/courses/" + course + "/staff/" + id, Map.of("role", position)));
        return new Member(api, loggedIn, id, id);
    }

    /** A student of the course with whom nobody works yet. */
    Member student(String name) {
        var loggedIn = given.person(name);
        var api = loggedIn.lasting("account");
        var id = api.get("/me").id();
        var enrollment = ok(registrar.post("/enrollments", Map.of("course_id", course, "student_id", id)))
                .id();
        return new Member(api, loggedIn, id, enrollment);
    }

    /** A student of the course with whom this trainer works. */
    Member student(String name, Member trainer) {
        var student = student(name);
        ok(registrar.put("/enrollments/" + student.enrollment() + "/trainers/" + trainer.id(), null));
        return student;
    }

    /** Something a student did at noon of a day. */
    Map<String, Object> event(Member student, String kind, LocalDate day, Object... more) {
        var event = new HashMap<String, Object>();
        event.put("source_id", "e" + ++events);
        event.put("kind", kind);
        event.put("occurred_at", day + "T12:00:00Z");
        event.put("student_id", student.id());
        event.put("course_id", course);
        for (var i = 0; i < more.length; i += 2) {
            event.put((String) more[i], more[i + 1]);
        }
        return event;
    }

    /** Sends them as one batch. */
    Api.Answer send(List<Map<String, Object>> batch) {
        return ok(registrar.post("/learning-events", Map.of("source", "lms", "events", batch)));
    }

    /** Two graded items that were due, which give submissions and grades something to say. */
    void items(LocalDate... due) {
        var items = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < due.length; i++) {
            items.add(Map.of("source_id", "i" + i, "due_on", due[i].toString()));
        }
        ok(registrar.put("/courses/" + course + "/items", Map.of("items", items)));
    }

    /** Four items due in the first weeks; the student hands in the first, is graded well, and is not seen again. */
    void vanish(Member... students) {
        items(
                LocalDate.of(2026, 10, 12),
                LocalDate.of(2026, 10, 19),
                LocalDate.of(2026, 10, 26),
                LocalDate.of(2026, 11, 2));
        var batch = new ArrayList<Map<String, Object>>();
        for (var student : students) {
            batch.add(event(student, "submission", LocalDate.of(2026, 10, 11), "item_source_id", "i0"));
            batch.add(event(student, "grade", LocalDate.of(2026, 10, 13), "item_source_id", "i0", "value", 90));
            batch.add(event(student, "grade", LocalDate.of(2026, 10, 14), "item_source_id", "i1", "value", 70));
            batch.add(event(student, "view", LocalDate.of(2026, 10, 14)));
        }
        send(batch);
    }

    static Api.Answer ok(Api.Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer;
    }
}
