package dev.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.trellis.testing.Browser;
import dev.trellis.testing.Browser.Window;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registering, logging in and out, and what becomes of a form whose sender's log-in ended. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class GettingInTest {
    @Inject
    Given given;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void somebodyNewMakesAnAccountAndIsIn(boolean scripts) {
        var window =
                scripts ? Window.phone().in("Europe/Madrid") : Window.phone().withoutScripts();
        try (var page = Browser.open(window)) {
            page.navigate("/");
            assertThat(page.url()).contains("/app/login");
            page.getByText("Make an account").click();
            page.getByLabel("What shall we call you?").fill("Ana");
            page.getByLabel("E-mail address").fill(given.freshEmail("ana"));
            page.getByLabel("Password").fill("short");
            send(page);
            assertThat(page.locator("#e-password").textContent()).contains("10 to 200 characters");
            assertThat(page.getByLabel("What shall we call you?").inputValue()).isEqualTo("Ana");
            page.getByLabel("Password").fill(Given.PASSWORD);
            if (scripts) {
                assertThat(page.getByLabel("Time zone").inputValue()).isEqualTo("Europe/Madrid");
            }
            send(page);
            assertThat(page.url()).doesNotContain("/app/register");
            page.navigate("/app/more");
            page.locator("main").getByText("Log out").click();
            page.waitForURL("**/app/login");
            page.navigate("/app/more");
            assertThat(page.url()).contains("/app/login?next=");
        }
    }

    @Test
    void aDeepLinkSurvivesTheLogIn() {
        var ana = given.webPerson("Ana");
        try (var page = Browser.open(Window.desktop())) {
            page.navigate("/app/more?from=a+letter");
            page.getByLabel("E-mail address").fill(ana.email());
            page.getByLabel("Password").fill("a wrong password");
            send(page);
            assertThat(page.locator(".form-refusal").textContent()).contains("do not belong together");
            page.getByLabel("Password").fill(Given.PASSWORD);
            send(page);
            assertThat(page.url()).endsWith("/app/more?from=a+letter");
        }
    }

    private static void send(Page page) {
        page.locator("main form button").click();
    }
}
