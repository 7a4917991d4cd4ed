package dev.trellis.students;

import static dev.trellis.students.School.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.platform.jobs.Jobs;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roster files: taken over, or refused with a report that a registrar can act on. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RosterImportTest {
    private static final int PART = 900_000;

    @Inject
    Given given;

    @Inject
    Jobs jobs;

    private Api registrar;
    private String source;

    @BeforeEach
    void begin() {
        registrar = given.operator("registrar");
        source = "sis-" + UUID.randomUUID();
    }

    @Test
    void aGoodRosterBecomesCoursesPeopleStaffAndEnrollments() {
        var done = imported("all_or_nothing", good());

        assertThat(done.text("/status")).isEqualTo("finished");
        assertThat(done.body().at("/files").findValuesAsText("status")).containsOnly("read");
        assertThat(done.body().at("/files").findValuesAsText("accepted")).containsExactly("1", "1", "3", "3");
        assertThat(errors(done)).isEqualTo("file,line,id,field,reason\r\n");
        var course = course();
        assertThat(course.at("/title").asText()).isEqualTo("Statics, first year");
        assertThat(course.at("/start_date").asText()).isEqualTo("2026-10-05");
        var enrolled =
                registrar.get("/enrollments?course_id=" + course.at("/id").asText());
        assertThat(enrolled.body().at("/items").findValuesAsText("student_name"))
                .containsExactlyInAnyOrder("Änne Öz", "Ben Boe");
        assertThat(Owner.number("select count(*) from course_staff where role = 'lead' and course_id = '"
                        + course.at("/id").asText() + "'"))
                .isEqualTo(1);
        assertThat(Owner.number("select count(*) from roster_parts where import_id = '" + done.id() + "'"))
                .isZero();
    }

    @Test
    void importingTheSameFilesAgainChangesNothing() {
        imported("all_or_nothing", good());
        var people = Owner.number("select count(*) from users");
        var enrollments = Owner.number("select count(*) from student_enrollments");

        var again = imported("resumable", good());

        assertThat(again.body().at("/files").findValuesAsText("refused")).containsOnly("0");
        assertThat(Owner.number("select count(*) from users")).isEqualTo(people);
        assertThat(Owner.number("select count(*) from student_enrollments")).isEqualTo(enrollments);
    }

    @Test
    void everyBadLineIsReportedWithItsReasonAndTheOthersAreTakenOver() {
        var files = good();
        files.put("users.csv", latin1("""
                sourcedId,status,role,givenName,familyName,email
                %1$s-s1,,student,Ana,One,%1$s-1@example.org
                %1$s-s1,,student,Ana,Again,%1$s-2@example.org
                ,,student,No,Id,%1$s-3@example.org
                %1$s-s4,,student,J\u00f6rg,Latin,%1$s-4@example.org
                %1$s-s5,,student,No,Mail,
                %1$s-s6,,dean,Wrong,Role,%1$s-6@example.org
                %1$s-s7,,student,Too,Many,%1$s-7@example.org,extra
                =cmd|,,student,,Formula,not an address
                """));
        files.put("enrollments.csv", utf8("""
                sourcedId,status,classSourcedId,userSourcedId,role,beginDate,endDate
                %1$s-e1,,%1$s-c,%1$s-s1,student,,
                %1$s-e2,,%1$s-c,%1$s-s4,student,,
                %1$s-e3,,no-such-class,%1$s-s1,student,,
                %1$s-e4,,%1$s-c,%1$s-s1,student,5.10.2026,
                """));

        var done = imported("resumable", files);

        assertThat(done.body().at("/files").findValuesAsText("accepted")).containsExactly("1", "1", "1", "1");
        assertThat(errors(done).replace(source + "-", "").lines().skip(1))
                .containsExactly(
                        "users.csv,3,s1,sourcedId,It stands in line 2 too.",
                        "users.csv,4,,sourcedId,It is missing; it is an id of 1 to 255 characters.",
                        "users.csv,5,s4,givenName,It is not UTF-8; save the file as UTF-8 and send it again.",
                        "users.csv,6,s5,email,It is missing; it is an e-mail address; without one nobody could be told how to log in.",
                        "users.csv,7,s6,role,\"It is not one of administrator, aide, guardian, parent, proctor, relative, student, teacher.\"",
                        "users.csv,8,s7,,It has 7 fields instead of 6; look for a comma or a quotation mark too many.",
                        "users.csv,9,'=cmd|,email,It is not an e-mail address; without one nobody could be told how to log in.",
                        "users.csv,9,'=cmd|,givenName,It is missing; it is a text of 1 to 200 characters.",
                        "enrollments.csv,3,e2,userSourcedId,No student or teacher in users.csv has this id.",
                        "enrollments.csv,4,e3,classSourcedId,No line of classes.csv has this id.",
                        "enrollments.csv,5,e4,beginDate,It is not empty or a day such as 2026-10-05.");
    }

    @Test
    void allOrNothingTakesNothingOfAFileWithABadLine() {
        var files = good();
        files.put("enrollments.csv", utf8("""
                sourcedId,status,classSourcedId,userSourcedId,role,beginDate,endDate
                %1$s-e1,,%1$s-c,%1$s-s1,student,,
                %1$s-e2,,%1$s-c,nobody,student,,
                """));

        var done = imported("all_or_nothing", files);

        assertThat(done.body().at("/files").findValuesAsText("status"))
                .containsExactly("read", "read", "read", "refused");
        assertThat(errors(done)).contains(",3," + source + "-e2,userSourcedId,");
        assertThat(registrar
                        .get("/enrollments?course_id=" + course().at("/id").asText())
                        .body()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void whatIsNoRosterFileIsRefusedInASentence() {
        var files = good();
        files.put("users.csv", "sourcedId,role\n".getBytes(StandardCharsets.UTF_16));
        files.put("classes.csv", utf8("sourcedId,name\n"));
        var done = imported("resumable", files);

        assertThat(done.text("/files/1/problem")).isEqualTo("The first line lacks the columns termSourcedIds, title.");
        assertThat(done.text("/files/2/problem")).isEqualTo("The file is UTF-16; save it as UTF-8 and send it again.");
        var path = "/roster-imports/" + done.id();
        assertThat(part(path, "demographics.csv", 0, utf8("sourcedId\n")).problem())
                .isEqualTo("invalid-input");
        assertThat(part(path, "users.csv", 0, utf8("x")).problem()).isEqualTo("wrong-state");
    }

    @Test
    void aHundredThousandLinesWithBrokenOnesAmongThemAreTakenOver() {
        var users = new StringBuilder("sourcedId,status,role,givenName,familyName,email\n");
        for (var i = 0; i < 100_000; i++) {
            users.append("%s-%d,,student,Given,Family%d,%s\n"
                    .formatted(source, i, i, i % 1000 == 7 ? "" : source + "-" + i + "@example.org"));
        }
        var files = new LinkedHashMap<String, byte[]>();
        files.put("users.csv", users.toString().getBytes(StandardCharsets.UTF_8));

        var done = imported("resumable", files);

        assertThat(done.body().at("/files/0/read").asInt()).isEqualTo(100_000);
        assertThat(done.body().at("/files/0/accepted").asInt()).isEqualTo(99_900);
        assertThat(errors(done).lines()).hasSize(101);
        assertThat(Owner.number("select count(*) from roster_people where source = '" + source + "'"))
                .isEqualTo(99_900);
    }

    /** One term, one class, a teacher who leads it and two students; the first file begins with a byte order mark. */
    private Map<String, byte[]> good() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(
                "academicSessions.csv",
                utf8("\uFEFFsourcedId,status,title,type,startDate,endDate\n" + source
                        + "-t,active,Winter,term,2026-10-05,2027-01-29\n"));
        files.put(
                "classes.csv",
                utf8("sourcedId,status,title,classCode,termSourcedIds\n" + source + "-c,,\"Statics, first year\",ST1,"
                        + source + "-t\n"));
        files.put("users.csv", utf8("""
                sourcedId,status,role,givenName,familyName,email
                %1$s-s1,,student,Änne,Öz,%1$s-1@example.org
                %1$s-s2,,student,Ben,Boe,%1$s-2@example.org
                %1$s-t1,,teacher,Tom,Tee,%1$s-t@example.org
                """));
        files.put("enrollments.csv", utf8("""
                sourcedId,status,classSourcedId,userSourcedId,role,primary,beginDate,endDate
                %1$s-e1,,%1$s-c,%1$s-s1,student,,,
                %1$s-e2,,%1$s-c,%1$s-s2,student,,2026-10-12,
                %1$s-e3,,%1$s-c,%1$s-t1,teacher,true,,
                """));
        return files;
    }

    private Api.Answer imported(String mode, Map<String, byte[]> files) {
        var path = "/roster-imports/"
                + ok(registrar.post("/roster-imports", Map.of("source", source, "mode", mode, "time_zone", "UTC")))
                        .id();
        files.forEach((name, content) -> {
            for (var part = 0; part * PART < content.length; part++) {
                ok(part(
                        path,
                        name,
                        part,
                        Arrays.copyOfRange(content, part * PART, Math.min(content.length, (part + 1) * PART))));
            }
        });
        ok(registrar.post(path + "/start", null));
        jobs.runNow("import_rosters");
        return ok(registrar.get(path));
    }

    private JsonNode course() {
        for (var course : registrar.get("/courses?limit=100").body().at("/items")) {
            if (course.at("/source_id").asText().equals(source + "-c")) {
                return course;
            }
        }
        throw new AssertionError("no course of " + source);
    }

    private Api.Answer part(String path, String name, int part, byte[] content) {
        return registrar.send(
                "PUT", path + "/files/" + name + "/parts/" + part, Map.of("Content-Type", "text/csv"), content);
    }

    private String errors(Api.Answer done) {
        return ok(registrar.get("/roster-imports/" + done.id() + "/errors")).text();
    }

    private byte[] utf8(String text) {
        return text.replace("%1$s", source).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] latin1(String text) {
        return text.replace("%1$s", source).getBytes(StandardCharsets.ISO_8859_1);
    }
}
