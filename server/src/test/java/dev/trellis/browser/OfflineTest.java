package dev.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import com.microsoft.playwright.Route;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A phone without a network: the page of today opens, and a check-in is kept and sent later, once, as its person. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OfflineTest {
    private static final int WIND_DOWN = 5;
    private static final String WORKER_IS_THERE =
            "async () => !!(await navigator.serviceWorker.getRegistration('/app'))?.active";
    private static final WaitForFunctionOptions A_WHILE = new WaitForFunctionOptions().setTimeout(60_000);

    @Inject
    Given given;

    @Inject
    TestClock clock;

    private final List<Page> opened = new ArrayList<>();

    @AfterEach
    void closeWindows() {
        opened.forEach(Page::close);
    }

    @BeforeEach
    void noonOnAMonday() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void aCheckInMadeOfflineIsKeptOverAReloadAndSentOnce() {
        var ana = given.webPerson("Ana");
        var period = start(ana);
        var page = ready(ana);
        var context = page.context();
        page.locator(".habit input").first().check();
        says(page, "1 of 3 done");
        page.waitForCondition(() -> lastLook(page).contains("1 of 3"));
        context.setOffline(true);
        page.reload();
        assertThat(page.locator("p.offline").isVisible()).isTrue();
        assertThat(page.locator(".habit input").first().isChecked())
                .as("the last look")
                .isTrue();
        page.locator(".habit input").nth(1).check();
        says(page, "Kept on this device");
        page.navigate("/app");
        assertThat(page.locator(".habit input").nth(1).isChecked())
                .as("shown again")
                .isTrue();
        page.navigate("/app/history");
        assertThat(page.locator("h1").textContent()).isEqualTo("You are offline");
        page.getByText("Open today").click();
        page.waitForURL("**/app/today");
        assertThat(recorded(period)).isEqualTo(1);

        context.setOffline(false);
        page.waitForFunction("() => !localStorage.getItem('trellis.kept')");
        page.waitForSelector("html:not([data-kept-at]) .habit input >> nth=1");
        assertThat(recorded(period)).isEqualTo(2);
        assertThat(progress(ana, period)).contains("\"completion\":67");
        page.reload();
        page.waitForSelector(".check-in");
        assertThat(recorded(period)).isEqualTo(2);
    }

    @Test
    void anAnswerThatGotLostDoesNotMakeASecondCheckIn() {
        var ana = given.webPerson("Ana");
        var period = start(ana);
        var page = ready(ana);
        var context = page.context();
        context.setOffline(true);
        page.locator(".habit input").first().check();
        says(page, "Kept on this device");
        var lost = new ArrayList<Integer>();
        page.route("**/app/today/*/*", route -> {
            if (route.request().method().equals("POST") && lost.isEmpty()) {
                lost.add(
                        route.fetch(new Route.FetchOptions().setMaxRedirects(0)).status());
                route.abort();
            } else {
                route.resume();
            }
        });
        context.setOffline(false);
        page.waitForCondition(() -> !lost.isEmpty());
        assertThat(lost).containsExactly(303);
        page.navigate("/app/today");
        page.waitForFunction("() => !localStorage.getItem('trellis.kept')");
        assertThat(recorded(period)).isEqualTo(1);
    }

    @Test
    void whatIsKeptWaitsForItsPersonToLogInAgain() {
        var ana = given.webPerson("Ana");
        var eve = given.webPerson("Eve");
        var period = start(ana);
        start(eve);
        var page = ready(ana);
        var context = page.context();
        context.setOffline(true);
        page.locator(".habit input").first().check();
        says(page, "Kept on this device");
        endLogIn(ana);
        context.setOffline(false);
        page.waitForSelector("#toasts:has-text('Your log-in has ended')");
        assertThat(recorded(period)).isZero();

        logIn(page, eve);
        page.waitForSelector(".check-in");
        context.setOffline(true);
        context.setOffline(false);
        page.navigate("/app/today");
        assertThat(page.locator(".habit input").first().isChecked())
                .as("another person's tick")
                .isFalse();
        endLogIn(eve);

        logIn(page, ana);
        page.waitForFunction("() => !localStorage.getItem('trellis.kept')");
        assertThat(recorded(period)).isEqualTo(1);
        assertThat(Owner.count("daily_progress", "user_id", eve.api().get("/me").id()))
                .isZero();
    }

    @Test
    void aLogInThatEndedWhileThePageStoodOpenLosesNothing() {
        var ana = given.webPerson("Ana");
        var period = start(ana);
        var page = ready(ana);
        endLogIn(ana);
        page.locator(".habit input").first().check();
        page.waitForURL("**/app/login?next=**");
        page.getByLabel("E-mail address").fill(ana.email());
        page.getByLabel("Password").fill(Given.PASSWORD);
        page.locator("main button").click();
        page.waitForURL("**/app/today");
        page.waitForFunction("() => !localStorage.getItem('trellis.kept')");
        assertThat(recorded(period)).isEqualTo(1);
    }

    @Test
    void loggingOutLeavesNothingOnTheDevice() {
        var ana = given.webPerson("Ana");
        start(ana);
        var page = ready(ana);
        page.evaluate("localStorage.setItem('trellis.kept', JSON.stringify([{ id: 'a', action: '/app/today/x/y',"
                + " fields: [], owner: 'somebody else' }]))");
        page.navigate("/app/more");
        page.locator("main").getByText("Log out").click();
        page.waitForURL("**/app/login**");
        assertThat(page.evaluate("() => localStorage.getItem('trellis.kept')")).isNull();
        assertThat(lastLook(page)).isEmpty();
    }

    @Test
    void aPhoneMayInstallIt() {
        var ana = given.webPerson("Ana");
        var context = ready(ana).context();
        var errors = context.newCDPSession(context.pages().getFirst())
                .send("Page.getInstallabilityErrors", new JsonObject())
                .getAsJsonArray("installabilityErrors");
        // Every window of a test is a private one, in which no browser installs anything; that is all there may be.
        assertThat(errors)
                .allSatisfy(error -> assertThat(
                                error.getAsJsonObject().get("errorId").getAsString())
                        .isEqualTo("in-incognito"));
    }

    /** The page of today in a browser whose worker is in charge and has seen it; closed when the test is over. */
    private Page ready(WebPerson person) {
        var page = Browser.open(Window.phone(), person);
        opened.add(page);
        page.navigate("/app/today");
        page.waitForFunction(WORKER_IS_THERE, null, A_WHILE);
        if (Boolean.FALSE.equals(page.evaluate("() => !!navigator.serviceWorker.controller"))) {
            // A page that was on its way while the worker took charge is left out; the next one is not.
            page.reload();
            page.waitForFunction("() => navigator.serviceWorker.controller", null, A_WHILE);
        }
        page.waitForCondition(() -> !lastLook(page).isEmpty());
        return page;
    }

    /** The page of today as the worker keeps it; empty when it does not. */
    private static String lastLook(Page page) {
        return (String) page.evaluate("async () => (await (await (await caches.open('trellis-pages'))"
                + ".match('/app/today'))?.text()) || ''");
    }

    /** Ends every log-in of a person but the first, which is that of the API. */
    private static void endLogIn(WebPerson person) {
        var all = person.api().get("/me/sessions").body().path("items");
        for (var i = 0; i < all.size() - 1; i++) {
            person.api().delete("/me/sessions/" + all.path(i).path("id").asText());
        }
    }

    private static void logIn(Page page, WebPerson person) {
        page.navigate("/app/login");
        page.getByLabel("E-mail address").fill(person.email());
        page.getByLabel("Password").fill(Given.PASSWORD);
        page.locator("main button").click();
        page.waitForURL("**/app/today");
    }

    private static String start(WebPerson person) {
        var answer = person.api().post("/intervention-periods/start", Map.of("intervention_id", WIND_DOWN));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("/period/id");
    }

    /** How often a day of the period was written, whatever it is now. */
    private static long recorded(String period) {
        return Owner.number("select count(*) from events where type = 'intervention.progress_recorded'"
                + " and subject_id = '" + period + "'");
    }

    private static String progress(WebPerson person, String period) {
        return person.api()
                .get("/intervention-periods/" + period + "/progress/2026-11-16")
                .text();
    }

    private static void says(Page page, String words) {
        page.waitForSelector("[data-saved]:has-text('" + words + "')");
    }
}
