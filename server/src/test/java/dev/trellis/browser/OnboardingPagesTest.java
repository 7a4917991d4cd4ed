package dev.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first minutes in a browser. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OnboardingPagesTest {
    @Inject
    Given given;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theUsualWayLeadsToSuggestions(boolean scripts) {
        var ana = given.webPerson("Ana", "Europe/Madrid");
        try (var page = Browser.open(scripts ? Window.phone() : Window.phone().withoutScripts(), ana)) {
            page.navigate("/app/onboarding");
            press(page, "The usual way");
            assertThat(page.locator("h1").textContent()).isEqualTo("Who are you?");
            assertThat(page.getByLabel("Which time zone").inputValue()).isEqualTo("Europe/Madrid");
            page.getByLabel("What should we call you?").fill("");
            press(page, "Save and go on");
            assertThat(page.locator("#e-name").textContent()).isEqualTo("We need this one to go on.");
            page.getByLabel("What should we call you?").fill("Anita");
            press(page, "Save and go on");
            page.getByLabel("What would you like to change?").fill("I want to fall asleep earlier");
            press(page, "Save and go on");
            page.locator("fieldset").first().getByText("Sleep").click();
            press(page, "Save and go on");
            page.getByLabel("How many minutes a day").fill("300");
            page.getByLabel("When does a new day begin").fill("04:00");
            page.getByLabel("Which country").selectOption("ES");
            press(page, "Save and go on");
            assertThat(page.locator("#e-minutes_per_day").textContent()).contains("from 1 to 240");
            assertThat(page.getByLabel("When does a new day begin").inputValue())
                    .isEqualTo("04:00");
            page.getByLabel("How many minutes a day").fill("15");
            press(page, "Save and go on");
            page.locator("fieldset").first().getByText("None of these").click();
            press(page, "Save and go on");
            assertThat(page.locator("h1").textContent()).isEqualTo("Is this right?");
            assertThat(page.locator("main").textContent())
                    .contains("I want to fall asleep earlier")
                    .contains("Spain")
                    .contains("None of these");
            press(page, "Finish");
            assertThat(page.url()).contains("/app/discover/intakes/");
            assertThat(ana.api().get("/me").text("/display_name")).isEqualTo("Anita");
            assertThat(ana.api().get("/me").text("/country")).isEqualTo("ES");
            page.navigate("/app/onboarding/goals");
            assertThat(page.locator("h1").textContent()).isEqualTo("You are through");
        }
    }

    @Test
    void whoLeavesComesBackToTheSamePlaceAndMayGoBack() {
        var ana = given.webPerson("Ana");
        ana.api().post("/onboarding", Map.of("path", "detailed"));
        answer(ana, "you", Map.of("name", "Ana", "time_zone", "UTC"));
        answer(ana, "goals", Map.of());
        try (var page = Browser.open(Window.desktop(), ana)) {
            page.navigate("/app/today");
            assertThat(page.getByText("2 of 10 steps are done").isVisible()).isTrue();
            page.getByText("Go on", new Page.GetByTextOptions().setExact(true)).click();
            page.waitForURL("**/app/onboarding/focus");
            page.locator(".back").click();
            page.waitForURL("**/app/onboarding/goals");
            page.navigate("/app/onboarding/food");
            page.getByLabel("Any other allergy?").fill("walnut\nkiwi");
            press(page, "Save and go on");
            page.navigate("/app/onboarding/food");
            assertThat(page.getByLabel("Any other allergy?").inputValue()).isEqualTo("walnut\nkiwi");
            page.navigate("/app/onboarding/now");
            page.locator("fieldset").first().getByLabel("4").check();
            press(page, "Save and go on");
            page.navigate("/app/onboarding/age");
            page.getByLabel("When were you born?").fill("1990-03-21");
            page.getByLabel("How tall are you?").fill("171.5");
            press(page, "Save and go on");
            page.navigate("/app/onboarding/review");
            assertThat(page.locator("main").textContent())
                    .contains("walnut, kiwi")
                    .contains("171.5");
            page.navigate("/app/onboarding/paths");
            press(page, "Just start");
            press(page, "Finish");
            assertThat(page.url()).endsWith("/app/discover");
        }
    }

    @Test
    void passingIsFineAndGoingOnIsPossible() {
        var ana = given.webPerson("Ana");
        try (var page = Browser.open(Window.phone().withoutScripts(), ana)) {
            page.navigate("/app/onboarding");
            press(page, "Not now");
            assertThat(page.url()).endsWith("/app/today");
            page.getByText("Go on telling about yourself").click();
            press(page, "Just start");
            page.getByLabel("What should we call you?").fill("Ana");
            press(page, "Save and go on");
            page.getByLabel("What would you like to change?").fill("my friend says she wants to die");
            press(page, "Save and go on");
            assertThat(page.url()).contains("/app/safety?next=");
            assertThat(page.locator(".help").textContent()).contains("It is good that you take this seriously");
            press(page, "I have read this");
            assertThat(page.url()).endsWith("/app/onboarding/review");
            assertThat(page.navigate("/app/onboarding/nonsense").status()).isEqualTo(404);
        }
    }

    @Test
    void everyStepCanBeUsedByEverybody() {
        var ana = given.webPerson("Ana");
        ana.api().post("/onboarding", Map.of("path", "detailed"));
        try (var page = Browser.open(Window.phone(), ana)) {
            for (var step : ana.api().get("/onboarding").body().path("steps")) {
                page.navigate("/app/onboarding/" + step.path("step").asText());
                assertThat(page.locator("h1").textContent())
                        .isEqualTo(step.path("title").asText());
                assertThat(Axe.faults(page)).isEmpty();
            }
        }
    }

    private static void press(Page page, String words) {
        page.locator("main button:has-text(\"" + words + "\")").first().click();
        page.waitForLoadState();
    }

    private static void answer(WebPerson person, String step, Map<String, ?> body) {
        assertThat(person.api().put("/onboarding/steps/" + step, body).status()).isEqualTo(200);
    }
}
