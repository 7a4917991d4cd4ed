package dev.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.trellis.testing.Browser;
import dev.trellis.testing.Browser.Window;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole main job of somebody new, with nothing but the pages: from an account to "it helped" two weeks later; on a
 * phone, on a desktop, and on a phone that runs no scripts.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MainJobTest {
    private static final int DAYS = 7;

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    static Stream<Window> windows() {
        return Stream.of(Window.phone(), Window.desktop(), Window.phone().withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("windows")
    void fromSomethingShouldChangeToHereIsWhatChanged(Window window) {
        var page = Browser.open(window);
        try (var context = page.context()) {
            register(page);
            tellAboutOneself(page);
            startTheFirstSuggestion(page);
            for (var day = 1; day <= DAYS; day++) {
                checkIn(page);
                clock.advance(Duration.ofDays(1));
            }
            page.navigate("/app/journey");
            named(page, AriaRole.LINK, "Complete it early").click();
            page.getByLabel("Last words on it").fill("It grew on me.");
            named(page, AriaRole.BUTTON, "Complete it now").click();

            page.waitForURL("**/summary");
            assertThat(page.locator("main").textContent())
                    .contains("You recorded " + DAYS + " of ")
                    .contains("There is not enough data to say whether")
                    .contains("It grew on me.");
            page.getByLabel("It helped").check();
            named(page, AriaRole.BUTTON, "Send this answer").click();
            page.waitForURL("**/summary");
            assertThat(page.locator("main").textContent()).contains("You said: It helped.");
            page.navigate("/app/inbox");
            assertThat(page.locator("main").textContent()).contains("You completed");
            assertThat(context.pages()).hasSize(1);
        }
    }

    private void register(Page page) {
        page.navigate("/app/register");
        page.getByLabel("What shall we call you?").fill("Ana");
        page.getByLabel("E-mail address").fill(given.freshEmail("ana"));
        page.getByLabel("Password").fill(Given.PASSWORD);
        named(page, AriaRole.BUTTON, "Make my account").click();
        page.waitForURL("**/app/onboarding**");
    }

    private static void tellAboutOneself(Page page) {
        named(page, AriaRole.BUTTON, "Just start").click();
        page.getByLabel("What should we call you?").fill("Anita");
        named(page, AriaRole.BUTTON, "Save and go on").click();
        page.getByLabel("What would you like to change?").fill("I want to focus better while studying");
        named(page, AriaRole.BUTTON, "Save and go on").click();
        named(page, AriaRole.BUTTON, "Finish").click();
        page.waitForURL("**/app/discover/intakes/**");
    }

    private static void startTheFirstSuggestion(Page page) {
        named(page, AriaRole.BUTTON, "Show me what may help").click();
        assertThat(page.locator("article").first().textContent()).contains("Why this");
        page.locator("article").first().getByText("Start this").click();
        page.waitForURL("**/start?intake=*");
        for (var no : page.locator("input[type=radio][name^=answer_][value=no]").all()) {
            no.check();
        }
        page.getByLabel("For how many days?").fill("14");
        named(page, AriaRole.BUTTON, "Begin today").click();
        page.waitForURL("**/app/today");
    }

    private static void checkIn(Page page) {
        page.navigate("/app/today");
        var card = page.locator(".check-in form").first();
        card.locator(".habit input").first().check();
        card.locator("input[name=mood][value='4']").check();
        card.getByLabel("A note").fill("Went well.");
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        page.locator(".check-in [data-saved]:has-text('Saved')").first().waitFor();
        page.reload();
        assertThat(page.locator(".check-in form .habit input").first().isChecked())
                .isTrue();
    }

    private static Locator named(Page page, AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first();
    }
}
