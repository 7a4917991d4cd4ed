package dev.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.trellis.platform.Role;
import dev.trellis.platform.jobs.Jobs;
import dev.trellis.testing.Api;
import dev.trellis.testing.Browser;
import dev.trellis.testing.Browser.Window;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.WebPerson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a roster to a student who reads what was said of them: the pages of a registrar, a lead, a trainer, a student. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class StudentSuccessTest {
    @Inject
    Given given;

    @Inject
    Jobs jobs;

    private String source;
    private WebPerson registrar;
    private WebPerson lead;
    private WebPerson trainer;
    private WebPerson student;
    private String newcomer;

    @BeforeEach
    void people() {
        source = "sis-" + UUID.randomUUID();
        registrar = given.webPerson("Rosa", Role.ADMIN);
        lead = given.webPerson("Leo", Role.TRAINER);
        trainer = given.webPerson("Tara", Role.TRAINER);
        student = given.webPerson("Ana");
        newcomer = given.freshEmail("newcomer");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fromTheRosterToTheStudentsOwnView(boolean phone) {
        var window = phone ? Window.phone().withoutScripts() : Window.desktop();
        importsTheRoster(window);
        var course = course();
        vanishes(course);
        evaluates(window, phone);
        var caseAddress = worksOnTheCase(window);
        var studentAddress = "/app/students/" + id(student);
        for (var other : List.of(given.webPerson("Eve"), given.webPerson("Till", Role.TRAINER), student)) {
            var nobody = new WebRequests().logIn(other.email(), Given.PASSWORD);
            for (var address : List.of(caseAddress, studentAddress)) {
                assertThat(nobody.get(address).statusCode()).as(address).isEqualTo(404);
            }
        }
        try (var page = Browser.open(window, student)) {
            readsAndAnswers(page);
        }
        try (var page = Browser.open(window, trainer)) {
            page.navigate(studentAddress);
            assertThat(page.locator("main").textContent())
                    .contains("I was ill for two weeks.", "Has opted out of automated scoring");
        }
    }

    @Test
    void wrongLinesAreReportedToReadAndToDownload() {
        try (var page = Browser.open(Window.desktop(), registrar)) {
            page.navigate("/app/operations/rosters");
            page.locator("main form button").click();
            page.locator(".form-refusal").waitFor();
            assertThat(page.locator("#e-files").textContent()).contains("users.csv");
            send(page, "users.csv", "sourcedId,status,role,givenName,familyName,email\nx,,student,No,Mail,\n");
            jobs.runNow("import_rosters");
            page.getByText("Some of it has to be put right").waitFor();
            assertThat(page.locator("#problems table").textContent()).contains("users.csv", "email", "It is missing");
            var address = page.url().replaceFirst(".*(/app/)", "$1");
            var file =
                    new WebRequests().logIn(registrar.email(), Given.PASSWORD).get(address + "/errors.csv");
            assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
            assertThat(file.body()).startsWith("file,line,id,field,reason\r\nusers.csv,2,x,email,");
            assertThat(new WebRequests()
                            .logIn(trainer.email(), Given.PASSWORD)
                            .get(address)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void whoeverCameByARosterTakesTheirAccountByALinkOnce() {
        importsTheRoster(Window.desktop());
        var person = person(newcomer);
        String link;
        try (var page = Browser.open(Window.desktop(), registrar)) {
            page.navigate("/app/operations/people/" + person);
            page.getByText("Make a link", new Page.GetByTextOptions().setExact(true))
                    .click();
            link = page.locator("#claim-link").inputValue();
        }
        try (var page = Browser.open(Window.phone().withoutScripts())) {
            page.navigate(link);
            assertThat(page.locator("h1").textContent()).isEqualTo("Your account is ready");
            page.getByLabel("Password").fill("a password of my own");
            page.locator("main button").click();
            page.waitForURL("**/app/today");
            page.navigate("/app/studies");
            assertThat(page.locator("h2").first().textContent()).startsWith("Statics");
        }
        try (var page = Browser.open(Window.phone())) {
            page.navigate(link);
            assertThat(page.locator("h1").textContent()).isEqualTo("This link does not work");
        }
    }

    @Test
    void wordsOfDangerAboutAStudentLeadTheTrainerToWhatHelps() {
        importsTheRoster(Window.desktop());
        vanishes(course());
        evaluates(Window.desktop(), false);
        try (var page = Browser.open(Window.desktop(), trainer)) {
            page.navigate("/app/worklist");
            page.locator("h2 a").first().click();
            page.getByText("Add a note").click();
            page.getByLabel("For everybody who works with the student").fill("She says she wants to kill herself.");
            page.getByText("Add it").click();
            page.waitForURL("**/app/safety?next=**");
            assertThat(page.locator(".help").textContent()).isNotEmpty();
            assertThat(Owner.number("select count(*) from safety_events where user_id = '" + id(trainer)
                            + "' and subject = 'other' and not holds"))
                    .isEqualTo(1);
            assertThat(Owner.count("safety_events", "user_id", id(student))).isZero();
        }
    }

    private void importsTheRoster(Window window) {
        try (var page = Browser.open(window, registrar)) {
            page.navigate("/app/operations/rosters");
            send(page, "classes.csv", "");
            jobs.runNow("import_rosters");
            page.reload();
            page.getByText("Every line was taken over.").waitFor();
        }
    }

    /** One file alone when it has content, or else the whole roster. */
    private void send(Page page, String name, String content) {
        page.locator("#f-files").setInputFiles(content.isEmpty() ? roster() : new FilePayload[] {file(name, content)});
        page.getByLabel("The system they come from").fill(source);
        page.locator("main form button").press("Enter");
        page.waitForURL("**/app/operations/rosters/*");
    }

    private FilePayload[] roster() {
        return new FilePayload[] {
            file("academicSessions.csv", """
                    sourcedId,status,title,type,startDate,endDate
                    %1$s-t,active,Winter,term,2026-10-05,2027-01-29
                    """.formatted(source)),
            file("classes.csv", """
                    sourcedId,status,title,classCode,termSourcedIds
                    %1$s-c,,"Statics, first year",ST1,%1$s-t
                    """.formatted(source)),
            file("users.csv", """
                    sourcedId,status,role,givenName,familyName,email
                    %1$s-s1,,student,Ana,Öz,%2$s
                    %1$s-s2,,student,Ben,New,%3$s
                    %1$s-t1,,teacher,Tara,Tee,%4$s
                    %1$s-t2,,teacher,Leo,Lee,%5$s
                    """.formatted(source, student.email(), newcomer, trainer.email(), lead.email())),
            file("enrollments.csv", """
                    sourcedId,status,classSourcedId,userSourcedId,role,primary,beginDate,endDate
                    %1$s-e1,,%1$s-c,%1$s-s1,student,,,
                    %1$s-e2,,%1$s-c,%1$s-s2,student,,,
                    %1$s-e3,,%1$s-c,%1$s-t1,teacher,false,,
                    %1$s-e4,,%1$s-c,%1$s-t2,teacher,true,,
                    """.formatted(source))
        };
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    /** The student works with the trainer, hands in the first of four sheets, and is not seen again. */
    private void vanishes(UUID course) {
        var api = registrar.api();
        for (var enrollment :
                ok(api.get("/enrollments?course_id=" + course)).body().at("/items")) {
            if (enrollment.at("/student_id").asText().equals(id(student).toString())) {
                ok(api.put("/enrollments/" + enrollment.at("/id").asText() + "/trainers/" + id(trainer), null));
            }
        }
        ok(api.put(
                "/courses/" + course + "/items",
                Map.of(
                        "items",
                        IntStream.range(0, 4)
                                .mapToObj(i -> Map.of("source_id", "i" + i, "due_on", "2026-10-" + (12 + 5 * i)))
                                .toList())));
        ok(api.post(
                "/learning-events",
                Map.of(
                        "source",
                        source,
                        "events",
                        List.of(
                                event(course, "submission", 11, Map.of("item_source_id", "i0")),
                                event(course, "grade", 13, Map.of("item_source_id", "i0", "value", 90)),
                                event(course, "grade", 14, Map.of("item_source_id", "i1", "value", 70)),
                                event(course, "view", 14, Map.of())))));
    }

    private Map<String, Object> event(UUID course, String kind, int day, Map<String, Object> more) {
        var event = new HashMap<String, Object>(more);
        event.put("source_id", kind + day);
        event.put("kind", kind);
        event.put("occurred_at", "2026-10-" + day + "T12:00:00Z");
        event.put("student_source_id", source + "-s1");
        event.put("course_id", course);
        return event;
    }

    private void evaluates(Window window, boolean withoutScripts) {
        try (var page = Browser.open(window, lead)) {
            page.navigate("/app/lead");
            page.getByText("Evaluate", new Page.GetByTextOptions().setExact(true))
                    .press("Enter");
            page.waitForURL("**/app/lead/runs/*");
            jobs.runNow("assess_requested_courses");
            if (withoutScripts) {
                page.getByText("Look again").click();
            }
            page.getByText("had enough data for a level").waitFor();
            assertThat(page.locator("main").textContent()).contains("Done", "cases were opened");
            var address = page.url().replaceFirst(".*(/app/)", "$1");
            for (var other : List.of(trainer, student)) {
                assertThat(new WebRequests()
                                .logIn(other.email(), Given.PASSWORD)
                                .get(address)
                                .statusCode())
                        .isEqualTo(404);
            }
            page.navigate("/app/lead");
            assertThat(page.locator("#load").textContent()).contains("Tara", "1 of 30");
            assertThat(page.locator("#effects").textContent()).contains("Nothing was tried long enough ago yet");
        }
    }

    private String worksOnTheCase(Window window) {
        try (var page = Browser.open(window, trainer)) {
            page.navigate("/app/worklist");
            assertThat(page.locator("main").textContent())
                    .contains("Ana", "no activity for", "A personal message", "Is anything in the way?");
            page.locator("input[name=case_ids]").check();
            page.getByText("Do it").press("Enter");
            page.waitForURL("**/app/worklist");
            assertThat(page.locator("#toasts").textContent()).contains("Done for 1 of 1 case.");
            page.locator("h2 a").first().click();
            page.waitForURL("**/app/cases/*");
            assertThat(page.locator("#why").textContent()).contains("no activity for");
            page.getByText("Yes, we were in touch").click();
            page.getByText("Note it").press("Enter");
            page.locator("#tried .badge.leaf").waitFor();
            page.locator("#notes summary").click();
            page.getByLabel("For everybody who works with the student").fill("Comes to the catch-up group.");
            page.getByText("Add it").press("Enter");
            page.locator("#notes .pre-line").waitFor();
            assertThat(page.locator("#notes").textContent()).contains("Tara: Comes to the catch-up group.");
            page.getByLabel("Notes for working on it").fill("Likes to be called by phone.");
            page.locator("#own button").press("Enter");
            page.getByText("Resolve it").click();
            page.getByLabel("How did it end?").fill("Back, with a plan.");
            page.locator("#end button.primary").press("Enter");
            page.locator("#end").getByText("Back, with a plan.").waitFor();
            assertThat(page.locator("#history").textContent())
                    .contains("Status: resolved", "Status: in progress", "With Tara", "The server");
            assertThat(page.locator("#own").textContent()).contains("Likes to be called by phone.");
            return page.url().replaceFirst(".*(/app/)", "$1");
        }
    }

    private static void readsAndAnswers(Page page) {
        page.navigate("/app/studies");
        assertThat(page.locator("main").textContent())
                .contains("Statics, first year", "no activity for", "Resolved", "Tara (trainer)")
                .doesNotContain("catch-up group", "called by phone");
        page.navigate("/app/studies/looks");
        assertThat(page.locator("main").textContent())
                .contains("Tara", "opened a case about you", "saw you on their worklist", "resolved a case about you");
        page.navigate("/app/studies/data");
        assertThat(page.locator("main").textContent()).contains("Handed in", "90 of 100");
        page.navigate("/app/studies");
        page.getByLabel("What do you want to say?").fill("I was ill for two weeks.");
        page.locator("#comment button").press("Enter");
        page.getByText("I was ill for two weeks.").first().waitFor();
        page.locator("#scoring button").press("Enter");
        page.locator("dialog [data-yes]")
                .or(page.getByText("Opt back in"))
                .first()
                .waitFor();
        if (page.locator("dialog [data-yes]").count() > 0) {
            page.locator("dialog [data-yes]").click();
        }
        page.getByText("Opt back in").waitFor();
    }

    private UUID course() {
        for (var course : ok(registrar.api().get("/courses?limit=100")).body().at("/items")) {
            if (course.at("/source_id").asText().equals(source + "-c")) {
                return UUID.fromString(course.at("/id").asText());
            }
        }
        throw new AssertionError("no course of " + source);
    }

    private UUID person(String email) {
        return UUID.fromString(ok(registrar.api().get("/users?q=" + email)).text("/items/0/id"));
    }

    private static UUID id(WebPerson person) {
        return person.api().get("/me").id();
    }

    private static Api.Answer ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
        return answer;
    }
}
