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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings: what was typed is kept when it is wrong, secrets are shown once, and leaving is for good. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SettingsTest {
    @Inject
    Given given;

    @Test
    void aWrongDayStartIsToldBesideItsFieldAndNothingTypedIsLost() {
        var ana = given.webPerson("Ana");
        try (var page = Browser.open(Window.phone().withoutScripts(), ana)) {
            page.navigate("/app/settings");
            page.locator("main a[href='/app/settings/you']").click();
            page.getByLabel("What shall we call you?").fill("Ana-Sofía");
            page.getByLabel("When does a new day begin for you?").fill("13:00");
            page.getByLabel("Time zone").selectOption("Europe/Madrid");
            save(page);
            assertThat(page.locator("#e-day_start").textContent()).contains("between 00:00 and 12:00");
            assertThat(page.getByLabel("What shall we call you?").inputValue()).isEqualTo("Ana-Sofía");
            assertThat(page.getByLabel("Time zone").inputValue()).isEqualTo("Europe/Madrid");

            page.getByLabel("When does a new day begin for you?").fill("04:30");
            save(page);
            assertThat(page.locator("#toasts").textContent()).contains("Saved.");
            var me = ana.api().get("/me");
            assertThat(me.text("/display_name")).isEqualTo("Ana-Sofía");
            assertThat(me.text("/time_zone")).isEqualTo("Europe/Madrid");
            assertThat(me.text("/day_start")).startsWith("04:30");
        }
    }

    @Test
    void whatWasChangedElsewhereIsNotOverwrittenUnseen() {
        var ana = given.webPerson("Ana");
        try (var page = Browser.open(Window.desktop(), ana)) {
            page.navigate("/app/settings/you");
            ana.api().patch("/me", Map.of("display_name", "Changed elsewhere"));
            page.getByLabel("What shall we call you?").fill("Changed here");
            save(page);
            assertThat(page.locator(".form-refusal").textContent()).contains("has changed since you read it");
            assertThat(ana.api().get("/me").text("/display_name")).isEqualTo("Changed elsewhere");
            save(page);
            page.getByText("Saved.").waitFor();
            assertThat(ana.api().get("/me").text("/display_name")).isEqualTo("Changed here");
        }
    }

    @Test
    void theProfileIsChangedAndWhatAProgramWroteStays() {
        var ana = given.webPerson("Ana");
        ana.api()
                .put(
                        "/me/profile",
                        Map.of(
                                "equipment", List.of("dumbbell", "a rope of my own"),
                                "safety_flags", Map.of("glaucoma", false),
                                "height_cm", 171));
        try (var page = Browser.open(Window.phone(), ana)) {
            page.navigate("/app/settings/profile");
            page.getByLabel("Height in centimetres").fill("17");
            page.getByLabel("When were you born?").fill("1990-05-06");
            page.getByText("Peanuts").click();
            page.getByLabel("What hurts, or must be spared?").fill("left knee, on stairs\nright shoulder");
            page.getByLabel("Are you pregnant, or might you be?").selectOption("no");
            save(page);
            assertThat(page.locator("#e-height_cm").textContent()).isNotEmpty();
            assertThat(page.getByLabel("Height in centimetres").inputValue()).isEqualTo("17");
            page.getByLabel("Height in centimetres").fill("172,5");
            save(page);
            page.getByText("Suggestions follow it from now on.").waitFor();

            var profile = ana.api().get("/me/profile").body();
            assertThat(profile.path("height_cm").asDouble()).isEqualTo(172.5);
            assertThat(profile.path("birth_date").asText()).isEqualTo("1990-05-06");
            assertThat(profile.path("allergies").toString()).isEqualTo("[\"peanuts\"]");
            assertThat(profile.path("equipment").toString()).isEqualTo("[\"dumbbell\",\"a rope of my own\"]");
            assertThat(profile.path("injuries")).hasSize(2);
            assertThat(profile.at("/safety_flags/pregnancy").asBoolean(true)).isFalse();
            assertThat(profile.at("/safety_flags/glaucoma").asBoolean(true)).isFalse();
            assertThat(profile.at("/safety_flags/allergy_nuts_fish").asBoolean(false))
                    .isTrue();
            assertThat(profile.at("/safety_flags").has("seizure"))
                    .as("never answered")
                    .isFalse();
        }
    }

    @Test
    void darknessIsChosenForThisDevice() {
        var ana = given.webPerson("Ana");
        try (var page = Browser.open(Window.desktop(), ana)) {
            page.navigate("/app/settings/appearance");
            page.getByText("Dark").click();
            save(page);
            page.getByText("Saved on this device.").waitFor();
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
        }
    }

    @Test
    void aTokenIsShownOnceAndWorksUntilItIsRevoked() {
        var ana = given.webPerson("Ana");
        try (var page = Browser.open(Window.phone(), ana)) {
            page.navigate("/app/settings/tokens");
            save(page);
            assertThat(page.locator("#e-name").textContent()).contains("Name it");
            page.getByLabel("What is it for?").fill("my watch");
            save(page);
            var secret = page.getByLabel("The token").inputValue();
            assertThat(given.nobody().with(secret).get("/me").text("/display_name"))
                    .isEqualTo("Ana");
            assertThat(given.nobody().with(secret).patch("/me", Map.of()).status())
                    .as("only what was ticked")
                    .isEqualTo(403);

            page.reload();
            assertThat(page.url()).as("sent again, it is not made again").endsWith("/app/settings/tokens");
            assertThat(page.content()).doesNotContain(secret);
            assertThat(page.locator("main li").count()).isEqualTo(1);

            page.getByText("Revoke").click();
            page.locator("dialog [data-yes]").click();
            page.getByText("The token no longer works.").waitFor();
            assertThat(given.nobody().with(secret).get("/me").status()).isEqualTo(401);
        }
    }

    @Test
    void anotherDeviceIsLoggedOutFromHere() {
        var ana = given.webPerson("Ana");
        try (var here = Browser.open(Window.desktop(), ana);
                var there = Browser.open(Window.phone(), ana)) {
            here.navigate("/app/settings/devices");
            assertThat(here.locator("main .badge").count()).isEqualTo(1);
            // Newest first: the phone, then this browser, then the log-in by which the account was made.
            assertThat(here.locator("main li").count()).isEqualTo(3);
            here.locator("main li").first().getByText("Log out this device").click();
            here.getByText("That device is logged out.").waitFor();
            there.navigate("/app/settings");
            assertThat(there.url()).contains("/app/login");
            here.getByText("Log out everywhere").click();
            here.locator("dialog [data-yes]").click();
            here.waitForURL("**/app/login");
            assertThat(ana.api().get("/me").status()).isEqualTo(401);
        }
    }

    @Test
    void whoLookedStandsInTheRecord() {
        var ana = given.webPerson("Ana");
        given.operator("Olga").get("/users/" + ana.api().get("/me").id());
        try (var page = Browser.open(Window.phone(), ana)) {
            page.navigate("/app/settings/record");
            assertThat(page.locator("main").textContent()).contains("Nothing has happened yet");
            page.locator("main a[href='/app/settings/record/looks']").click();
            page.locator("main strong:text-is('An operator opened your account')")
                    .waitFor();
        }
    }

    @Test
    void leavingTakesTheAddressOnceMoreAndLeavesAReceipt() {
        var ana = given.webPerson("Ana");
        try (var page = Browser.open(Window.phone(), ana)) {
            page.navigate("/app/settings/data");
            var archive = page.waitForDownload(
                    () -> page.getByText("Download my data").click());
            assertThat(archive.suggestedFilename()).isEqualTo("trellis-export.zip");

            page.navigate("/app/settings/data/delete");
            page.getByLabel("Your e-mail address").fill("somebody@example.org");
            page.getByText("Delete my account and all my data").click();
            assertThat(page.locator("#e-words").textContent()).contains("Nothing was deleted");
            assertThat(ana.api().get("/me").status()).isEqualTo(200);

            page.getByLabel("Your e-mail address").fill(ana.email().toUpperCase(java.util.Locale.ROOT));
            page.getByText("Delete my account and all my data").click();
            page.getByText("Your data is deleted").first().waitFor();
            assertThat(page.locator("code").textContent()).hasSize(36);
            assertThat(page.content()).doesNotContain(ana.email());
            assertThat(ana.api().get("/me").status()).isEqualTo(401);
            page.navigate("/app/settings");
            assertThat(page.url()).contains("/app/login");
        }
    }

    private static void save(Page page) {
        page.locator("main form.stack button.primary, main form.sections button.primary")
                .click();
    }
}
