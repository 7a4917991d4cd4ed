package dev.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.trellis.testing.Browser;
import dev.trellis.testing.Browser.Window;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.WebPerson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the server has told a person: read, marked, and where it leads. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class InboxTest {
    private static final int WIND_DOWN = 5;

    @Inject
    Given given;

    @Test
    void aNotificationLeadsToItsSummaryAndIsReadThenEvenWithoutScripts() {
        var ana = given.webPerson("Ana");
        try (var page = Browser.open(Window.phone().withoutScripts(), ana)) {
            page.navigate("/app/inbox");
            assertThat(page.locator("main").textContent()).contains("Nothing here yet");

            var first = completed(ana);
            completed(ana);
            page.navigate("/app/inbox");
            assertThat(page.locator("main li").count()).isEqualTo(2);
            assertThat(page.locator("main .badge").count()).isEqualTo(2);
            press(page.locator("main li").last().getByText("See how it went"));
            assertThat(page.url()).endsWith("/app/journey/" + first + "/summary");

            page.navigate("/app/inbox");
            assertThat(page.locator("main .badge").count()).isEqualTo(1);
            press(page.locator("main li").first().locator("button:text-is('Mark as read')"));
            assertThat(page.locator("main .badge").count()).isZero();
            assertThat(ana.api()
                            .get("/notifications/unread-count")
                            .body()
                            .path("unread")
                            .asInt())
                    .isZero();
            assertThat(page.locator("main a[href='/app/journey/" + first + "/summary']")
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void allAreMarkedAtOnceAndOlderOnesAreOnTheNextPage() {
        var ana = given.webPerson("Ana");
        for (var i = 0; i < 21; i++) {
            completed(ana);
        }
        try (var page = Browser.open(Window.desktop(), ana)) {
            page.navigate("/app/inbox");
            assertThat(page.locator("main li").count()).isEqualTo(20);
            page.getByText("Show earlier ones").click();
            page.waitForURL("**/app/inbox?cursor=*");
            assertThat(page.locator("main li").count()).isEqualTo(1);
            page.locator("button:text-is('Mark as read')").click();
            page.waitForFunction("() => !document.querySelector('main .badge')");
            assertThat(page.url()).as("where one was").contains("cursor=");
            page.navigate("/app/inbox");
            page.getByText("Mark all as read").click();
            page.getByText("Everything is marked as read.").waitFor();
            assertThat(page.locator("main .badge").count()).isZero();
        }
    }

    /** By the keyboard; a phone's bar covers what a pointer would reach only after scrolling. */
    private static void press(Locator button) {
        button.press("Enter");
    }

    private static String completed(WebPerson person) {
        var started = person.api().post("/intervention-periods/start", Map.of("intervention_id", WIND_DOWN));
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        var period = started.text("/period/id");
        person.api().put("/intervention-periods/" + period + "/complete", Map.of());
        return period;
    }
}
