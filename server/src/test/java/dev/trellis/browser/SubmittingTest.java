package dev.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.trellis.platform.Role;
import dev.trellis.testing.Browser;
import dev.trellis.testing.Browser.Window;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handing in something of one's own, and changing it as the reviewer asked. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SubmittingTest {
    @Inject
    Given given;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAuthorHandsInIsAskedForAChangeAndSendsItAgain(boolean scripts) {
        var ana = given.webPerson("Ana");
        var rita = given.person("rita", Role.REVIEWER);
        var window = scripts ? Window.phone() : Window.desktop().withoutScripts();
        try (var page = Browser.open(window, ana)) {
            page.navigate("/app/discover/mine");
            assertThat(page.locator("main").textContent()).contains("Nothing yet");
            page.getByText("Share something of your own").click();
            page.getByLabel("What is it called?").fill("Tea by the window");
            page.getByLabel("For how many days").fill("3");
            press(page, "Hand it in");
            assertThat(page.locator("#e-description").textContent()).contains("Say what it is");
            assertThat(page.locator("#e-category").textContent()).contains("Choose the area");
            assertThat(page.locator("#e-habits").textContent()).contains("at least one habit");
            assertThat(page.locator("#e-duration_days").textContent()).contains("7 to 84");
            assertThat(page.getByLabel("What is it called?").inputValue()).isEqualTo("Tea by the window");

            page.getByLabel("What is it, and why").fill("Ten quiet minutes before the day begins.");
            page.getByLabel("Which area").selectOption("stress");
            page.locator("#f-habit_1").fill("Sit by the window for ten minutes");
            page.locator("#f-times_1").selectOption("5");
            page.getByLabel("For how many days").fill("14");
            page.getByText("Who should answer which question first").click();
            page.getByLabel("Do you work changing shifts?").check();
            press(page, "Hand it in");
            page.waitForURL("**/app/discover/mine/*");
            assertThat(page.locator("main").textContent()).contains("Waiting for a reviewer", "5 days a week");

            var id = page.url().replaceFirst(".*/", "");
            var asked = rita.post(
                    "/interventions/" + id + "/review",
                    Map.of("decision", "request_changes", "note", "Which tea?\nAny tea?"));
            assertThat(asked.status()).as(asked.text()).isEqualTo(200);
            page.navigate("/app/discover/mine");
            assertThat(page.locator("main").textContent()).contains("A change is asked for", "Which tea?");
            page.locator("main h2 a").click();
            page.locator("main .actions a").click();
            assertThat(page.locator("#f-habit_1").inputValue()).isEqualTo("Sit by the window for ten minutes");
            assertThat(page.locator("#f-times_1").inputValue()).isEqualTo("5");
            assertThat(page.locator("[value=shift_work]").isChecked()).isTrue();
            page.getByLabel("What is it, and why").fill("Ten quiet minutes with any tea.");
            press(page, "Send it again");
            page.waitForURL("**/app/discover/mine/" + id);
            assertThat(page.locator("main").textContent()).contains("Waiting for a reviewer", "any tea");

            rita.post("/interventions/" + id + "/review", Map.of("decision", "reject", "note", "We have this one."));
            page.navigate("/app/discover/mine/" + id + "/edit");
            assertThat(page.locator("main").textContent()).contains("Not taken", "We have this one.");
            assertThat(page.locator("main form").count()).isZero();
        }
    }

    private static void press(Page page, String button) {
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }
}
