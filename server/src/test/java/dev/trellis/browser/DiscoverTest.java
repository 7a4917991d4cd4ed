package dev.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.trellis.testing.Browser;
import dev.trellis.testing.Browser.Window;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From something should change to a first day: the conversation, the suggestions, the catalogue, the start. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class DiscoverTest {
    private static final int BRISK_WALK = 20;

    @Inject
    Given given;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void somebodyTellsWhatShouldChangeAndBegins(boolean scripts) {
        var ana = given.webPerson("Ana");
        var window = scripts ? Window.phone() : Window.phone().withoutScripts();
        try (var page = Browser.open(window, ana)) {
            page.navigate("/app/discover");
            page.getByLabel("Is there anything else").fill("I lie awake for hours.");
            press(page, "Show me what may help");
            assertThat(page.locator("#e-goal").textContent()).contains("Say in a sentence");
            assertThat(page.getByLabel("Is there anything else").inputValue()).isEqualTo("I lie awake for hours.");

            page.getByLabel("I would like to").fill("Fall asleep at night");
            page.locator("[name=categories][value=sleep]").check();
            page.getByLabel("Badly", new Page.GetByLabelOptions().setExact(true))
                    .check();
            press(page, "Show me what may help");
            page.waitForURL("**/app/discover/intakes/*");
            assertThat(page.locator("article").count()).isEqualTo(5);
            var first = page.locator("article").first();
            assertThat(first.textContent()).contains("Why this", "poor sleep (2 of 5)", "What you would do");
            var names = page.locator("article h2").allTextContents();
            page.reload();
            assertThat(page.locator("article h2").allTextContents()).isEqualTo(names);

            page.locator("article").first().getByText("Start this").click();
            page.waitForURL("**/start?intake=*");
            for (var no :
                    page.locator("input[type=radio][name^=answer_][value=no]").all()) {
                no.check();
            }
            page.getByLabel("For how many days?").fill("10");
            press(page, "Begin today");
            page.waitForURL("**/app/today");

            var period = ana.api().get("/intervention-periods/active").body().path("period");
            assertThat(period.path("intervention_name").asText()).isEqualTo(names.getFirst());
            assertThat(period.path("planned_duration_days").asInt()).isEqualTo(10);
            assertThat(page.navigate("/app/discover/catalogue/"
                                    + period.path("intervention_id").asInt() + "/start")
                            .text())
                    .contains("You are on it. Your days are waiting");
        }
    }

    @Test
    void aFormThatComesTwiceTellsAndShowsOnce() {
        var ana = given.webPerson("Ana");
        try (var page = Browser.open(Window.desktop(), ana)) {
            page.navigate("/app/discover");
            var form = FormData.create()
                    .set("goal", "Less stress at work")
                    .set("_token", hidden(page, "_token"))
                    .set("_once", hidden(page, "_once"));
            var once =
                    page.request().post("/app/discover", RequestOptions.create().setForm(form));
            var twice =
                    page.request().post("/app/discover", RequestOptions.create().setForm(form));

            assertThat(once.status()).as(once.text()).isEqualTo(200);
            assertThat(twice.url()).isEqualTo(once.url());
            var intake = UUID.fromString(once.url().substring(once.url().lastIndexOf('/') + 1));
            assertThat(Owner.count("recommendations", "intake_id", intake)).isEqualTo(1);
        }
    }

    @Test
    void wordsThatGiveReasonToWorryLeadToHelpInstead() {
        var ana = given.webPerson("Ana");
        try (var page = Browser.open(Window.phone(), ana)) {
            page.navigate("/app/discover");
            page.getByLabel("I would like to").fill("I want to kill myself");
            press(page, "Show me what may help");
            page.waitForURL("**/app/safety?next=/app/discover/intakes/*");
            page.navigate(page.url().replaceFirst(".*next=", ""));
            assertThat(page.url()).contains("/app/safety?next=/app/discover/intakes/");
            page.navigate("/app/discover");
            assertThat(page.url()).endsWith("/app/safety?next=/app/discover");
        }
    }

    @Test
    void anAnswerThatRulesItOutIsKeptAndSaidPlainly() {
        var ana = given.webPerson("Ana");
        try (var page = Browser.open(Window.desktop(), ana)) {
            page.navigate("/app/discover/catalogue/" + BRISK_WALK);
            page.getByText("Start this").click();
            press(page, "Begin today");
            assertThat(page.locator("#e-answer_cv_symptoms").textContent()).contains("Choose yes or no");

            answer(page, "chest pain", "Yes");
            answer(page, "injury", "No");
            press(page, "Begin today");
            assertThat(page.locator("main").textContent()).contains("this one is not for you");
            page.navigate("/app/discover/catalogue/" + BRISK_WALK);
            assertThat(page.locator("main").textContent()).contains("this one is not for you");
            assertThat(page.getByText("Start this").count()).isZero();
            assertThat(ana.api()
                            .get("/me/profile")
                            .body()
                            .at("/safety_flags/cv_symptoms")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void theCatalogueIsSearchedWhileSomebodyTypesAndByAButton() {
        var ana = given.webPerson("Ana");
        try (var page = Browser.open(Window.desktop(), ana)) {
            page.navigate("/app/discover/catalogue");
            var all = page.locator("#shelf a.card").count();
            page.getByText("Show more").click();
            page.waitForURL("**cursor=*");
            assertThat(page.locator("#shelf a.card h3").first().textContent()).isNotBlank();
            page.getByText("Back to the beginning").click();
            page.waitForURL("**/app/discover/catalogue");
            assertThat(page.locator("#shelf a.card").count()).isEqualTo(all);

            page.getByLabel("What are you looking for?").pressSequentially("brisk walking");
            page.getByText("best first").waitFor();
            assertThat(page.locator("#shelf a.card h3").allTextContents()).anyMatch(name -> name.contains("alk"));
            assertThat(page.url()).contains("q=brisk");
            page.getByLabel("Area").selectOption("sleep");
            page.waitForURL("**category=sleep*");
            page.waitForFunction(
                    "[...document.querySelectorAll('#shelf a.card .badge:first-child')].every(one => one.textContent === 'Sleep')");
        }
        try (var page = Browser.open(Window.phone().withoutScripts(), ana)) {
            page.navigate("/app/discover/catalogue");
            page.getByLabel("What are you looking for?").fill("brisk walking");
            press(page, "Search");
            assertThat(page.locator("#shelf a.card h3").allTextContents()).anyMatch(name -> name.contains("alk"));
        }
    }

    @Test
    void whatIsNotTheirsIsNotThere() {
        var ana = given.webPerson("Ana");
        var eve = given.webPerson("Eve");
        var intake = ana.api().post("/intakes", Map.of("goal", "Sleep better")).id();
        try (var page = Browser.open(Window.phone(), eve)) {
            assertThat(page.navigate("/app/discover/intakes/" + intake).status())
                    .isEqualTo(404);
            assertThat(page.navigate("/app/discover/catalogue/99999").status()).isEqualTo(404);
            assertThat(page.navigate("/app/discover/catalogue/99999/start").status())
                    .isEqualTo(404);
            assertThat(page.navigate("/app/discover/mine/99999").status()).isEqualTo(404);
            assertThat(page.navigate("/app/discover?from=" + intake).text()).doesNotContain("Sleep better");
        }
        try (var page = Browser.open(Window.phone(), ana)) {
            page.navigate("/app/discover/intakes/" + intake);
            press(page, "Show me what may help");
            assertThat(page.locator("article").count()).isEqualTo(5);
        }
    }

    private static void answer(Page page, String question, String answer) {
        page.locator("fieldset")
                .filter(new Locator.FilterOptions().setHasText(question))
                .getByLabel(answer)
                .check();
    }

    private static String hidden(Page page, String name) {
        return page.locator("main [name=" + name + "]").first().getAttribute("value");
    }

    private static void press(Page page, String button) {
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }
}
