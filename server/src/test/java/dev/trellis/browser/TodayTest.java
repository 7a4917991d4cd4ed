package dev.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.trellis.testing.Browser;
import dev.trellis.testing.Browser.Window;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import dev.trellis.testing.WebPerson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page people open every day. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TodayTest {
    private static final int WIND_DOWN = 5;

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @BeforeEach
    void noonOnAMonday() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void tickingSavesAtOnceAndUntickingUndoesIt() {
        var ana = given.webPerson("Ana");
        var period = start(ana);
        try (var page = Browser.open(Window.phone(), ana)) {
            page.navigate("/app/today");
            assertThat(page.locator("h1").textContent()).isEqualTo("Good afternoon, Ana");
            var first = page.locator(".habit input").first();
            first.check();
            says(page, "1 of 3 done");
            first.uncheck();
            says(page, "0 of 3 done");
            first.check();
            says(page, "1 of 3 done");
            page.getByLabel("Great").check();
            page.getByLabel("A note").fill("slept like a stone");
            page.locator(".check-in button").click();
            page.waitForCondition(() -> day(ana, period).contains("slept like a stone"));
            assertThat(day(ana, period)).contains("\"mood\":5").contains("\"completion\":33");
            assertThat(page.locator(".check-in .progress").textContent()).contains("1 of 3");
            page.reload();
            assertThat(page.locator(".habit input").first().isChecked()).isTrue();
            assertThat(page.getByText("Day 1 of 14 · checked in on 1 of 1 day").isVisible())
                    .isTrue();
        }
    }

    @Test
    void withoutScriptsTheSameFormIsSavedByItsButton() {
        var ana = given.webPerson("Ana");
        var period = start(ana);
        try (var page = Browser.open(Window.phone().withoutScripts(), ana)) {
            page.navigate("/app/today");
            page.locator(".habit input").nth(1).check();
            page.locator(".check-in").getByLabel("So-so").check();
            page.getByLabel("A note").fill("x".repeat(2000));
            page.locator(".check-in button").click();
            assertThat(page.locator("#toasts").textContent()).contains("Your check-in is saved.");
            assertThat(page.locator(".habit input").nth(1).isChecked()).isTrue();
            assertThat(day(ana, period)).contains("\"mood\":3");
            page.getByLabel("Hours slept last night").fill("7.25");
            page.locator("#day-log button").click();
            assertThat(page.locator("#toasts").textContent()).contains("Noted.");
            assertThat(ana.api().get("/context-log/2026-11-16").text("/sleep_hours"))
                    .isEqualTo("7.25");
            page.getByLabel("Hours slept last night").fill("25");
            page.locator("#day-log button").click();
            assertThat(page.locator("#day-log").textContent()).contains("from 0 to 24");
            assertThat(page.getByLabel("Hours slept last night").inputValue()).isEqualTo("25");
        }
    }

    @Test
    void yesterdayMayBeWrittenUntilTodayIsOver() {
        var ana = given.webPerson("Ana");
        var period = start(ana);
        clock.advance(Duration.ofDays(1));
        try (var page = Browser.open(Window.desktop(), ana)) {
            page.navigate("/app/today");
            page.getByText("Write yesterday").click();
            page.waitForURL("**/2026-11-16");
            assertThat(page.locator("h1").textContent()).isEqualTo("Monday, 16 November");
            page.locator(".habit input").first().check();
            says(page, "1 of 3 done");
            page.navigate("/app/today");
            assertThat(page.getByText("Write yesterday").count()).isZero();
            assertThat(page.getByText("Day 2 of 14 · checked in on 1 of 1 day").isVisible())
                    .isTrue();
            clock.advance(Duration.ofDays(1));
            assertThat(page.navigate("/app/today/" + period + "/2026-11-16").status())
                    .isEqualTo(409);
            assertThat(page.locator("main").textContent()).contains("on the day itself and on the day after");
        }
    }

    @Test
    void wordsOfDangerBringHelpAndNoFigures() {
        var ana = given.webPerson("Ana");
        Owner.executeAsSuperuser("update users set country = 'US' where id = '"
                + ana.api().get("/me").id() + "'");
        start(ana);
        try (var page = Browser.open(Window.phone(), ana)) {
            page.navigate("/app/today");
            page.getByLabel("A note").fill("I want to kill myself");
            page.locator(".check-in button").click();
            page.waitForSelector(".help");
            assertThat(page.locator(".help").textContent()).contains("Call 911").contains("Call 988");
            assertThat(Axe.faults(page)).isEmpty();
            assertThat(page.getByText("Day 1 of 14").count()).isZero();
            page.locator(".habit input").first().check();
            says(page, "1 of 3 done");
            assertThat(page.getByText("Day 1 of 14").count()).isZero();
            page.getByText("I am safe right now").click();
            page.waitForSelector("text=Day 1 of 14");
            assertThat(page.locator(".help").count()).isZero();
        }
    }

    @Test
    void worryAboutAFriendIsAnsweredAndPutAway() {
        var ana = given.webPerson("Ana");
        start(ana);
        try (var page = Browser.open(Window.desktop().withoutScripts(), ana)) {
            page.navigate("/app/today");
            page.getByLabel("A note").fill("my friend says she wants to die");
            page.locator(".check-in button").click();
            assertThat(page.locator(".help").textContent()).contains("It is good that you take this seriously");
            page.getByText("I have read this").click();
            assertThat(page.locator(".help").count()).isZero();
            page.locator(".check-in button").click();
            assertThat(page.locator(".help").count()).as("the same words again").isZero();
        }
    }

    @Test
    void whoHasNothingGoingOnIsLedToWhatThereIs() {
        var ana = given.webPerson("Ana");
        try (var page = Browser.open(Window.phone(), ana)) {
            page.navigate("/app/today");
            assertThat(page.getByText("Find something to try").getAttribute("href"))
                    .isEqualTo("/app/discover");
            assertThat(page.getByText("Tell us").getAttribute("href")).isEqualTo("/app/onboarding");
            page.locator("#day-log").getByLabel("Good").first().check();
            page.waitForSelector("#saved-day-log:has-text('Saved.')");
            assertThat(ana.api().get("/context-log/2026-11-16").text("/mood")).isEqualTo("4");
            page.locator("main").getByText("Not now").click();
            page.waitForSelector("text=Go on telling about yourself");
            assertThat(page.getByText("Tell us").count()).isZero();
        }
    }

    @Test
    void severalPeriodsEachHaveTheirFormAndOneMayRest() {
        var ana = given.webPerson("Ana");
        var first = start(ana);
        var second = start(
                ana,
                Map.of(
                        "intervention_name",
                        "A walk at noon",
                        "selected_habits",
                        List.of("Walk"),
                        "planned_duration_days",
                        7));
        ana.api().post("/intervention-periods/" + first + "/pause", null);
        try (var page = Browser.open(Window.desktop(), ana)) {
            page.navigate("/app/today");
            assertThat(page.locator(".check-in").count()).isEqualTo(1);
            page.getByText("Go on from today").click();
            page.waitForSelector(".check-in >> nth=1");
            assertThat(Axe.faults(page)).isEmpty();
            page.locator("#period-" + second + " .habit input").check();
            says(page, "1 of 1 done");
            assertThat(page.locator("#period-" + first + " .progress").textContent())
                    .contains("0 of 3");
            ana.api().put("/intervention-periods/" + first + "/complete", Map.of());
            page.navigate("/app/today");
            assertThat(page.getByText("See what came of").getAttribute("href"))
                    .isEqualTo("/app/journey/" + first + "/summary");
        }
    }

    @Test
    void whatEndedMeanwhileIsSaidAndNothingTypedIsLost() {
        var ana = given.webPerson("Ana");
        var eve = given.webPerson("Eve");
        var period = start(ana);
        try (var page = Browser.open(Window.desktop(), ana);
                var others = Browser.open(Window.desktop(), eve)) {
            page.navigate("/app/today");
            ana.api().put("/intervention-periods/" + period + "/complete", Map.of());
            page.getByLabel("A note").fill("a good evening");
            page.locator(".check-in button").click();
            page.waitForSelector(".form-refusal");
            assertThat(page.locator(".form-refusal").textContent()).contains("completed meanwhile");
            assertThat(page.getByLabel("A note").inputValue()).isEqualTo("a good evening");
            assertThat(others.navigate("/app/today/" + period + "/2026-11-16").status())
                    .isEqualTo(404);
        }
    }

    private static String start(WebPerson person) {
        return start(person, Map.of("intervention_id", WIND_DOWN));
    }

    private static String start(WebPerson person, Map<String, ?> request) {
        var answer = person.api().post("/intervention-periods/start", request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("/period/id");
    }

    private static String day(WebPerson person, String period) {
        return person.api()
                .get("/intervention-periods/" + period + "/progress/2026-11-16")
                .text();
    }

    private static void says(Page page, String words) {
        page.waitForSelector("[data-saved]:has-text('" + words + "')");
    }
}
