package dev.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.Role;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cookies, forged forms, headers, and who may open what. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PageSafetyTest {
    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/app/assets/[^\"]+)\"");

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @AfterEach
    void resetTheClock() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void everyPageAllowsOnlyWhatIsOurs() {
        var answer = new WebRequests().get("/app/login");
        var policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    void cookiesAreOutOfReachOfScriptsAndOtherSites() {
        var ana = given.webPerson("Ana");
        var browser = new WebRequests();
        var token = browser.token("/app/login");
        var answer = browser.post("/app/login", token, Map.of("email", ana.email(), "password", Given.PASSWORD));
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/"));
    }

    @Test
    void aFormWithoutTheTokenOfThisBrowserChangesNothing() {
        var ana = given.webPerson("Ana");
        var browser = new WebRequests().logIn(ana.email(), Given.PASSWORD);
        var stranger = new WebRequests();
        for (var token : new String[] {"", "guessed", stranger.token("/app/login")}) {
            var answer = browser.post("/app/logout", token, Map.of());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("This form can no longer be sent");
        }
        assertThat(browser.get("/app/more").statusCode()).isEqualTo(200);
        assertThat(stranger.post("/app/login", "", Map.of("email", ana.email(), "password", Given.PASSWORD))
                        .statusCode())
                .as("logging somebody in by a forged form is forgery too")
                .isEqualTo(403);
    }

    @Test
    void theCookieOpensNoApiAndATokenOpensNoPage() {
        var ana = given.webPerson("Ana");
        var browser = new WebRequests().logIn(ana.email(), Given.PASSWORD);
        assertThat(browser.get("/me").statusCode()).isEqualTo(401);
        assertThat(ana.api().get("/app/more").status()).isEqualTo(303);
    }

    @Test
    void aTokenOfTheApiInACookieIsNoLogInOfABrowser() {
        var ana = given.webPerson("Ana");
        var secret = ana.api()
                .post("/me/tokens", Map.of("name", "script", "scopes", java.util.List.of("read")))
                .text("/token");
        assertThat(secret).isNotEmpty();
        var answer =
                given.nobody().header("Cookie", "trellis_session=" + secret).get("/app/more");
        assertThat(answer.status()).isEqualTo(303);
    }

    @Test
    void aLogInThatIsUsedLivesOnAndOneThatIsNotEnds() {
        var ana = given.webPerson("Ana");
        var browser = new WebRequests().logIn(ana.email(), Given.PASSWORD);
        assertThat(browser.get("/app/more").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofDays(15));
        assertThat(browser.get("/app/more").statusCode()).isEqualTo(303);
    }

    @Test
    void aFileThatAnybodyMayKeepCarriesNobodysLogIn() {
        var file = FILE.matcher(new WebRequests().get("/app/login").body());
        assertThat(file.find()).isTrue();
        var browser = new WebRequests().logIn(given.webPerson("Ana").email(), Given.PASSWORD);
        clock.advance(Duration.ofDays(8));
        var answer = browser.get(file.group(1));
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("public", "immutable");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(browser.get("/app/more").headers().firstValue("Set-Cookie"))
                .as("a page prolongs the log-in")
                .isPresent();
    }

    @Test
    void whatWasWrittenWhenTheLogInEndedIsOfferedAgain() {
        var ana = given.webPerson("Ana");
        var browser = new WebRequests().logIn(ana.email(), Given.PASSWORD);
        var token = browser.token("/app/more");
        clock.advance(Duration.ofDays(15));
        var late = browser.post(
                "/app/discover", token, Map.of("goal", "Sleep <b>better</b>", "password", "never carried on"));
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body())
                .contains("name=\"kept.goal\" value=\"Sleep &lt;b&gt;better&lt;/b&gt;\"")
                .doesNotContain("never carried on");
        var back = browser.post(
                "/app/login",
                token,
                Map.of(
                        "email",
                        ana.email(),
                        "password",
                        Given.PASSWORD,
                        "kept_action",
                        "/app/discover",
                        "kept.goal",
                        "Sleep <b>better</b>"));
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body())
                .contains("action=\"/app/discover\"", "name=\"goal\" value=\"Sleep &lt;b&gt;better&lt;/b&gt;\"");
    }

    @Test
    void theLogInLeadsNowhereOutside() {
        var ana = given.webPerson("Ana");
        for (var next :
                new String[] {"https://evil.example", "//evil.example", "/app//evil.example", "/logout", "\\"}) {
            var browser = new WebRequests();
            var answer = browser.post(
                    "/app/login",
                    browser.token("/app/login"),
                    Map.of("email", ana.email(), "password", Given.PASSWORD, "next", next));
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/app");
        }
    }

    @Test
    void pagesOfOthersAreClosedAndUnknownOnesAreToldSo() {
        var ana = new WebRequests().logIn(given.webPerson("Ana").email(), Given.PASSWORD);
        assertThat(ana.get("/app/design").statusCode()).isEqualTo(403);
        var unknown = ana.get("/app/no/such/page");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        var operator =
                new WebRequests().logIn(given.webPerson("Olga", Role.ADMIN).email(), Given.PASSWORD);
        assertThat(operator.get("/app/design").statusCode()).isEqualTo(200);
    }

    @Test
    void filesForTheBrowserAreKeptForGoodUnderTheirVersionOnly() {
        var browser = new WebRequests();
        var address = browser.get("/app/login").body().replaceFirst("(?s).*href=\"([^\"]*trellis\\.css)\".*", "$1");
        assertThat(browser.get(address).headers().firstValue("Cache-Control").orElseThrow())
                .contains("immutable");
        assertThat(browser.get("/app/assets/old/trellis.css").headers().firstValue("Cache-Control"))
                .contains("no-cache");
        assertThat(browser.get("/app/assets/x/application.properties").statusCode())
                .isEqualTo(404);
    }
}
