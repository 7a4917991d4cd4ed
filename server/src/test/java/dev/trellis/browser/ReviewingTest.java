package dev.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.trellis.platform.Role;
import dev.trellis.testing.Api;
import dev.trellis.testing.Browser;
import dev.trellis.testing.Browser.Window;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reviewer reads what members submitted, beside what it resembles, and decides; the author reads why. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ReviewingTest {
    @Inject
    Given given;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFlaggedOneIsApprovedAndAnotherRejectedWithAReason(boolean phone) {
        var ana = given.person("Ana");
        var good = submit(ana, "Window tea by the sea", "Ten quiet minutes with tea. No pills.");
        var other = submit(ana, "Ice week", "Something about ice.");
        var rita = given.webPerson("Rita", Role.REVIEWER);
        var window = phone ? Window.phone().withoutScripts() : Window.desktop();
        try (var page = Browser.open(window, rita)) {
            page.navigate("/app/review");
            assertThat(page.locator("h1").textContent()).isEqualTo("Review");
            open(page, good);
            assertThat(page.locator("section[aria-labelledby=nearest] details").count())
                    .isEqualTo(3);
            assertThat(page.locator("main").textContent()).contains("Supplements or medicines", "alike");
            page.getByText("Everybody here can find it").click();
            page.getByLabel("Evidence").selectOption("c");
            send(page);
            assertThat(page.locator("#e-flags_acknowledged").textContent()).contains("Look at the flags");
            assertThat(page.getByLabel("Evidence").inputValue()).isEqualTo("c");
            page.getByText("I have looked at each of them").click();
            send(page);
            page.waitForURL("**/app/review");
            assertThat(page.locator("#toasts").textContent()).contains("is in the catalogue now");
            assertThat(ana.get("/interventions/" + good).text("/evidence/grade"))
                    .isEqualTo("C");

            open(page, other);
            page.getByText("For good. The author reads why.").click();
            send(page);
            assertThat(page.locator("#e-note").textContent()).contains("why");
            page.getByLabel("To the author").fill("There is one like it.\nTake that one.");
            send(page);
            page.waitForURL("**/app/review");
            assertThat(mine(ana, other)).isEqualTo("rejected: There is one like it.\nTake that one.");
        }
    }

    @Test
    void whatSomebodyElseDecidedMeanwhileIsSaid() {
        var ana = given.person("Ana");
        var id = submit(ana, "Slow soup", "Cook soup slowly.");
        var rita = given.webPerson("Rita", Role.REVIEWER);
        try (var page = Browser.open(Window.desktop(), rita)) {
            open(page, id);
            given.person("Rob", Role.REVIEWER)
                    .post("/interventions/" + id + "/review", Map.of("decision", "reject", "note", "Not now."));
            page.getByText("Everybody here can find it").click();
            send(page);
            page.getByText("It has been decided").waitFor();
            assertThat(page.locator("main").textContent()).contains("was rejected", "Not now.");
            assertThat(page.getByText("Send the decision").count()).isZero();
            assertThat(mine(ana, id)).isEqualTo("rejected: Not now.");
        }
    }

    @Test
    void whatTheAuthorChangedMeanwhileIsReadAgainFirst() {
        var ana = given.person("Ana");
        var id = submit(ana, "Slow bread", "Bake bread slowly.");
        var rita = given.webPerson("Rita", Role.REVIEWER);
        try (var page = Browser.open(Window.phone(), rita)) {
            open(page, id);
            ana.patch("/interventions/" + id, submission("Slow bread", "Bake rye bread very slowly."));
            page.getByText("Everybody here can find it").click();
            send(page);
            page.locator(".form-refusal").waitFor();
            assertThat(page.locator("main").textContent()).contains("revision 2 is the current one", "rye bread");
            assertThat(mine(ana, id)).startsWith("pending");
            send(page);
            page.waitForURL("**/app/review");
            assertThat(mine(ana, id)).startsWith("approved");
        }
    }

    @Test
    void nobodyElseComesToTheDeskAndNobodyDecidesOnTheirOwn() {
        var rita = given.webPerson("Rita", Role.REVIEWER);
        var own = submit(rita.api(), "My own walk", "Walk.");
        try (var page = Browser.open(Window.phone(), rita)) {
            open(page, own);
            assertThat(page.locator("main").textContent()).contains("You wrote this yourself");
            assertThat(page.getByText("Send the decision").count()).isZero();
            assertThat(page.navigate("/app/review/99999999").status()).isEqualTo(404);
        }
        try (var page = Browser.open(Window.phone(), given.webPerson("Eve"))) {
            assertThat(page.navigate("/app/review").status()).isEqualTo(403);
            assertThat(page.locator("h1").textContent()).isEqualTo("Not allowed");
            assertThat(page.navigate("/app/review/" + own).status()).isEqualTo(403);
        }
    }

    private static void open(Page page, int id) {
        page.navigate("/app/review/" + id);
        assertThat(page.locator("h2").first().textContent()).isNotEmpty();
    }

    private static void send(Page page) {
        // By the keyboard; a phone's bar covers what a pointer would reach only after scrolling.
        page.getByText("Send the decision").press("Enter");
    }

    private static int submit(Api author, String name, String description) {
        var answer = author.post("/interventions/submit", submission(name, description));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body().path("intervention_id").asInt();
    }

    private static Map<String, Object> submission(String name, String description) {
        return Map.of(
                "name",
                name,
                "description",
                description,
                "category",
                "stress",
                "habits",
                List.of("Sit by the window for ten minutes"),
                "duration_days",
                14);
    }

    private static String mine(Api author, int id) {
        for (var one : author.get("/interventions/user/" + author.get("/me").id())
                .body()
                .path("items")) {
            if (one.path("intervention_id").asInt() == id) {
                return one.path("status").asText() + ": "
                        + one.path("review_note").asText();
            }
        }
        throw new AssertionError(id + " is not there");
    }
}
