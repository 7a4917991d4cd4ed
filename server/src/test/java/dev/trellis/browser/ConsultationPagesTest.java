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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The consultation as a person fills it in: section by section, with a break, and read over at the end. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConsultationPagesTest {
    @Inject
    Given given;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nineSectionsAreAnsweredWithABreakAndReadOver(boolean scripts) {
        var window = scripts ? Window.phone() : Window.desktop().withoutScripts();
        try (var page = Browser.open(window, given.webPerson("Ana"))) {
            page.navigate("/app/consultation");
            page.locator("main form button").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("About you");
            fill(page, "birth_date", "1990-05-01", "sex", "female", "height_cm", "168", "activity_level", "light");
            fill(page, "weight_kg", "6800");
            assertThat(page.locator(".field .error:visible").count()).isEqualTo(1);
            assertThat(page.locator("[name=height_cm]").inputValue()).isEqualTo("168");
            fill(page, "weight_kg", "68");
            assertThat(page.locator("h1").textContent()).isEqualTo("Health and safety");

            page.navigate("/app/consultation");
            assertThat(page.locator("main").textContent()).contains("1 of 9");
            page.locator("main form button").click();
            fill(
                    page,
                    "active_lately",
                    "true",
                    "health_conditions",
                    "none",
                    "warning_signs",
                    "none",
                    "pregnancy_state",
                    "none",
                    "eating_disorder",
                    "false",
                    "eating_signs",
                    "none");
            fill(page, "training_aim", "health", "weight_aim", "keep");
            fill(page, "consistent_months", "0", "break_weeks", "0");
            fill(page, "equipment", "none", "days_per_week", "3", "minutes_per_session", "45");
            fill(page);
            fill(page, "diet", "omnivore", "allergies", "none", "meals_per_day", "3");
            fill(page);
            fill(page);
            assertThat(page.locator("h1").textContent()).isEqualTo("Is this right?");
            assertThat(page.locator("main").textContent()).contains("168", "9 of 9");
            if (scripts) {
                assertThat(Axe.faults(page)).isEmpty();
            }
        }
    }

    @Test
    void anothersConsultationIsNotThere() {
        var ana = given.webPerson("Ana");
        var id = ana.api().post("/consultations", Map.of()).id();
        try (var page = Browser.open(Window.desktop(), given.webPerson("Eve"))) {
            assertThat(page.navigate("/app/consultation/" + id).status()).isEqualTo(404);
            assertThat(page.navigate("/app/consultation/" + id + "/health").status())
                    .isEqualTo(404);
        }
    }

    /** Fills fields in, by name and value in turn, and sends the form. */
    private static void fill(Page page, String... namesAndValues) {
        for (var i = 0; i < namesAndValues.length; i += 2) {
            var name = namesAndValues[i];
            var value = namesAndValues[i + 1];
            var option = page.locator("[name=" + name + "][value='" + value + "'][type=radio], [name=" + name
                    + "][value='" + value + "'][type=checkbox]");
            if (option.count() > 0) {
                option.check();
            } else {
                page.locator("[name=" + name + "]").fill(value);
            }
        }
        page.getByText("Save and go on").click();
    }
}
