package dev.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.trellis.testing.Browser;
import dev.trellis.testing.Browser.Window;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a consultation to a program on a calendar, sessions and meals that are done, a hard day made easier and taken back. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ProgramPagesTest {
    private static final Instant WEDNESDAY_MORNING = Instant.parse("2026-11-18T05:00:00Z");

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.BEGINNING);
    }

    static Stream<Window> windows() {
        return Stream.of(Window.phone(), Window.desktop(), Window.phone().withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("windows")
    void fromConsultationToCalendarToApprovalToUndo(Window window) {
        var ana = given.webPerson("Ana");
        var consultation = Consulting.usual().tell(ana.api());
        try (var page = Browser.open(window, ana)) {
            page.navigate("/app/consultation/" + consultation);
            link(page, "See what would come of it").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("This is how it would be");
            page.locator("[name=start]").fill("2026-11-17");
            button(page, "Make this my program").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Your program");
            assertThat(page.locator("main").textContent()).contains("0 of 84", "Eating", "protein");

            link(page, "Open the calendar").click();
            assertThat(page.locator("main").textContent()).contains("Full body");
            clock.set(WEDNESDAY_MORNING);
            var again = Browser.open(window, ana);
            again.navigate("/app/adjustments/today");
            again.locator("[name=sleep_hours]").fill("5");
            for (var name : new String[] {"sleep_quality", "mood"}) {
                again.locator("[name=" + name + "][value='2']").check();
            }
            for (var name : new String[] {"fatigue", "soreness", "stress"}) {
                again.locator("[name=" + name + "][value='4']").check();
            }
            button(again, "Look at my day").click();
            again.locator("main .list a").first().click();
            var before = again.locator("main table").first().textContent();
            assertThat(before).contains("sets");
            button(again, "Agree").click();
            assertThat(again.locator("main").textContent()).contains("agreed");
            again.navigate("/app/calendar/days/2026-11-18");
            assertThat(again.locator(".entry.off").count()).as("rest instead").isEqualTo(1);
            again.goBack();
            button(again, "Take it back").click();
            assertThat(again.locator("main").textContent()).contains("taken back");
            again.navigate("/app/calendar/days/2026-11-18");
            assertThat(again.locator(".entry.off").count()).isZero();

            again.locator(".entry a").first().click();
            again.locator("[name^=done_]").all().forEach(set -> set.fill("10"));
            again.locator("[name=load_0_0]").fill("12.5");
            again.locator("[name=minutes]").fill("45");
            button(again, "It is done").click();
            assertThat(again.locator("main").textContent()).contains("What you did", "45 minutes", "10 × 12.5 kg");
            assertThat(again.locator("main .badge").first().textContent()).isEqualTo("done");
            again.close();
        }
    }

    @Test
    void aMealIsEatenAndAFoodExchanged() {
        var ana = given.webPerson("Ana");
        // A menu of which a lunch may be left out; others hold too much of the day's protein in it.
        Consulting.usual().complete(ana.api(), Map.of("seed", 7));
        clock.set(WEDNESDAY_MORNING);
        try (var page = Browser.open(Window.phone(), ana)) {
            page.navigate("/app/calendar/days/2026-11-18");
            page.getByText("Breakfast").first().click();
            button(page, "I ate this").click();
            assertThat(page.locator("main .badge").first().textContent()).isEqualTo("done");

            page.navigate("/app/calendar/days/2026-11-19");
            page.getByText("Lunch").first().click();
            page.getByText("Not this time").click();
            page.locator("details[open] button").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("What would be different");
            page.locator("[name=reason]").fill("We are invited");
            button(page, "Change it").click();
            assertThat(page.locator("main .badge").first().textContent()).isEqualTo("off");

            page.navigate("/app/plan-changes");
            page.locator("main .list a").first().click();
            assertThat(page.locator("main").textContent()).contains("We are invited");
            button(page, "Take it back").click();
            assertThat(page.locator("main").textContent()).contains("It was taken back");
        }
    }

    @Test
    void whatIsRefusedIsExplainedAndNothingIsMade() {
        var ana = given.webPerson("Ana");
        var consultation = Consulting.usual()
                .with("about_you", "birth_date", "2015-03-21")
                .with("health", "warning_signs", List.of("chest_discomfort"))
                .tell(ana.api());
        try (var page = Browser.open(Window.desktop(), ana)) {
            page.navigate("/app/program/new?consultation=" + consultation);
            assertThat(page.locator("h1").textContent()).isEqualTo("Not like this");
            assertThat(page.locator("main").textContent()).contains("doctor");
            page.navigate("/app/program");
            assertThat(page.locator("main").textContent()).contains("No program yet");
        }
    }

    @Test
    void anAddressForOnesOwnCalendarIsShownOnceAndTakenBack() {
        var ana = given.webPerson("Ana");
        Consulting.usual().complete(ana.api());
        try (var page = Browser.open(Window.phone(), ana)) {
            page.navigate("/app/calendar-feeds");
            page.getByLabel("For which calendar?").fill("My phone");
            button(page, "Make the address").click();
            var address = page.locator("#secret").inputValue();
            assertThat(page.request().get(address).text()).startsWith("BEGIN:VCALENDAR");
            link(page, "I have kept it").click();
            assertThat(page.content()).doesNotContain(address.substring(address.indexOf("trlc_")));
            page.onceDialog(dialog -> dialog.accept());
            button(page, "Take it back").click();
            confirmed(page);
            assertThat(page.request().get(address).status()).isEqualTo(404);
        }
    }

    @Test
    void weighingIsDrawnAndADoubtfulWeightAskedAbout() {
        var ana = given.webPerson("Ana");
        Consulting.usual().complete(ana.api());
        try (var page = Browser.open(Window.desktop(), ana)) {
            page.navigate("/app/reviews");
            weigh(page, "65");
            clock.set(WEDNESDAY_MORNING);
            var later = Browser.open(Window.desktop(), ana);
            later.navigate("/app/reviews");
            weigh(later, "80");
            assertThat(later.locator("main").textContent()).contains("far from your trend");
            later.locator("[name=confirmed]").check();
            button(later, "Note it").click();
            assertThat(later.locator("figure.chart").count()).isEqualTo(1);
            later.close();
        }
    }

    @Test
    void weightStaysHiddenWhereTheLatestProgramHidesNumbersAlsoOnceItIsOver() {
        var ana = given.webPerson("Ana");
        Consulting.usual().with("health", "eating_disorder", true).complete(ana.api());
        try (var page = Browser.open(Window.desktop(), ana)) {
            page.navigate("/app/reviews");
            assertThat(page.content()).contains("Reviews").doesNotContain("weight_kg");
            ana.api().post("/programs/current/stop", null);
            page.navigate("/app/reviews");
            assertThat(page.content()).contains("Reviews").doesNotContain("weight_kg");
        }
    }

    @Test
    void whatIsOutOfBoundsIsSaidAndNothingBreaks() {
        var ana = given.webPerson("Ana");
        Consulting.usual().complete(ana.api());
        try (var page = Browser.open(Window.desktop(), ana)) {
            page.navigate("/app/calendar/days/2026-11-18");
            var session = page.locator(".entry a").first().getAttribute("href");
            var meal = page.locator(".entry a").nth(1).getAttribute("href");
            var change = session.replace("calendar/entries", "plan-changes/new");
            var far = page.navigate(change + "?kind=scale&factor=100");
            assertThat(far.status()).isLessThan(500);
            assertThat(page.locator("[role=alert]").textContent()).isNotBlank();
            assertThat(page.navigate("/app/program/new?weeks=1000").status()).isLessThan(500);
            assertThat(page.locator("main .error:visible").count()).isEqualTo(1);
            var browser = new WebRequests().logIn(ana.email(), Given.PASSWORD);
            var token = browser.token("/app/more");
            assertThat(browser.post(meal + "/done", token, Map.of("minutes", "10"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(browser.post(session + "/eaten", token, Map.of()).statusCode())
                    .isEqualTo(404);
            var tooLong = Map.of("kind", "skip", "reason", "x".repeat(501));
            assertThat(browser.post(change, token, tooLong).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void aChangeThatCannotBeIsAskedForAgainAsItWasTyped() {
        var ana = given.webPerson("Ana");
        Consulting.usual().complete(ana.api());
        try (var page = Browser.open(Window.phone(), ana)) {
            page.navigate("/app/calendar/days/2026-11-18");
            page.locator(".entry a").first().click();
            page.getByText("Another day or time").click();
            page.locator("[name=to_date]").fill("2031-01-01");
            page.locator("[name=to_time]").fill("07:45");
            var refused = page.waitForNavigation(
                    () -> page.locator("details[open] button").click());

            assertThat(refused.status()).isEqualTo(422);
            assertThat(page.locator("[name=to_date]").inputValue()).isEqualTo("2031-01-01");
            assertThat(page.locator("[name=to_time]").inputValue()).isEqualTo("07:45");
            assertThat(page.locator("#e-to_date").textContent()).contains("The program goes from");
            assertThat(page.locator("main a.button").textContent()).isEqualTo("Back");

            page.locator("[name=to_date]").fill("2026-11-19");
            button(page, "See what would be different").click();
            assertThat(page.locator("main").textContent()).contains("Thursday 19 November, 07:45");
            page.locator("[name=reason]")
                    .evaluate("field => { field.removeAttribute('maxlength'); field.value = 'x'.repeat(501) }");
            var again = page.waitForNavigation(() -> button(page, "Change it").click());

            assertThat(again.status()).isEqualTo(422);
            assertThat(page.locator("#e-reason").textContent()).isNotBlank();
            assertThat(page.locator("[name=reason]").inputValue()).hasSize(501);
            page.locator("[name=reason]").fill("We are away");
            button(page, "Change it").click();
            assertThat(page.locator("main").textContent()).contains("Thursday, 19 November, 07:45");
        }
    }

    private static void weigh(Page page, String kg) {
        page.locator("[name=weight_kg]").fill(kg);
        button(page, "Note it").click();
    }

    private static void confirmed(Page page) {
        var dialog = page.locator("dialog[open] button.danger, dialog[open] .primary");
        if (dialog.count() > 0) {
            dialog.first().click();
        }
        page.waitForLoadState();
    }

    private static Locator button(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }
}
