package dev.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.trellis.testing.Browser;
import dev.trellis.testing.Browser.Window;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logging what no plan asked for: activities by hand and from files, food by name and by label, corrected and taken back. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class LoggingPagesTest {
    private static final String RUN = """
            <?xml version="1.0"?>
            <gpx xmlns="http://www.topografix.com/GPX/1/1"><trk>%s<trkseg>
            <trkpt lat="52.5000" lon="13.4000"><time>2026-11-15T07:00:00Z</time></trkpt>
            <trkpt lat="52.5100" lon="13.4000"><time>2026-11-15T07:06:00Z</time></trkpt>
            </trkseg></trk></gpx>
            """;

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.BEGINNING);
    }

    static Stream<Window> windows() {
        return Stream.of(Window.phone(), Window.desktop().withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("windows")
    void anActivityIsLoggedCorrectedAndTakenBack(Window window) {
        var ana = given.webPerson("Ana");
        try (var page = Browser.open(window, ana)) {
            page.navigate("/app/today");
            link(page, "Log an activity").click();
            button(page, "Log it").click();
            assertThat(page.locator("main .error:visible").allTextContents())
                    .anyMatch(error -> error.startsWith("What was it"))
                    .anyMatch(error -> error.startsWith("Write how many minutes"));
            page.locator("[name=type]").selectOption("walk");
            page.locator("[name=day]").fill("2026-11-15");
            page.locator("[name=minutes]").fill("75");
            page.locator("[name=km]").fill("6,2");
            button(page, "Log it").click();
            assertThat(page.locator("#e-time").textContent()).contains("time is needed");
            page.locator("[name=time]").fill("14:10");
            page.locator("[name=rpe][value='4']").check();
            page.locator("[name=notes]").fill("Round the lake");
            button(page, "Log it").click();
            assertThat(page.locator("main").textContent())
                    .contains("Walk", "15 Nov, 14:10", "75 min, 6.2 km, effort 4 of 10", "Round the lake");
            var kept = ana.api().get("/activities").body().at("/items/0");
            assertThat(kept.path("day").asText()).isEqualTo("2026-11-15");
            assertThat(kept.path("distance_m").asInt()).isEqualTo(6200);

            page.locator("[name=minutes]").fill("80");
            button(page, "Correct it").click();
            assertThat(page.locator("main").textContent()).contains("80 min, 6.2 km");
            var corrected = ana.api().get("/activities").body().at("/items/0");
            assertThat(corrected.path("started_at")).isEqualTo(kept.path("started_at"));

            button(page, "Take it back").click();
            confirm(page);
            assertThat(page.locator("main").textContent()).contains("Nothing is logged yet");
        }
        assertThat(ana.api().get("/activities").body().path("items")).isEmpty();
    }

    @Test
    void aCorrectionKeepsWhatTheFormDoesNotAskFor() {
        var ana = given.webPerson("Ana");
        var set = Map.of("reps", 8, "load_kg", 12.5);
        ana.api()
                .post(
                        "/activities",
                        Map.of(
                                "type",
                                "strength",
                                "started_at",
                                "2026-11-16T08:00:17Z",
                                "duration_s",
                                2717,
                                "rpe",
                                7,
                                "exercises",
                                List.of(Map.of("exercise_id", "goblet_squat", "sets", List.of(set, set)))));
        try (var page = Browser.open(Window.desktop(), ana)) {
            page.navigate("/app/activities");
            page.locator("main .list a").click();
            page.locator("[name=notes]").fill("Felt light");
            button(page, "Correct it").click();
            assertThat(page.locator("main").textContent()).contains("effort 7 of 10", "2 sets", "Felt light");
        }
        var kept = ana.api().get("/activities").body().at("/items/0");
        assertThat(kept.path("started_at").asText()).isEqualTo("2026-11-16T08:00:17Z");
        assertThat(kept.path("duration_s").asInt()).isEqualTo(2717);
        assertThat(kept.at("/exercises/0/sets")).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("windows")
    void aFileOfAWatchIsReadAskedAboutAndKnownAgain(Window window) {
        var ana = given.webPerson("Ana");
        try (var page = Browser.open(window, ana)) {
            page.navigate("/app/activities");
            link(page, "Read a file").click();
            send(page, "run.gpx", "no file of a watch");
            assertThat(page.locator("#e-file").textContent()).isNotBlank();
            send(page, "run.gpx", RUN.formatted(""));
            assertThat(page.locator("#e-type").textContent()).contains("does not say");
            page.locator("[name=type]").selectOption("run");
            send(page, "run.gpx", RUN.formatted(""));
            assertThat(page.locator("main").textContent()).contains("Run", "6 min, 1.1", "from a GPX file");
            var first = page.url();
            page.navigate("/app/activity-file");
            page.locator("[name=type]").selectOption("run");
            send(page, "again.gpx", RUN.formatted(""));
            assertThat(page.url()).isEqualTo(first);
        }
        assertThat(ana.api().get("/activities").body().path("items")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("windows")
    void foodIsLoggedByNameAndByLabelCorrectedAndTakenBack(Window window) {
        var ana = given.webPerson("Ana");
        try (var page = Browser.open(window, ana)) {
            page.navigate("/app/calendar/days/2026-11-16");
            link(page, "Log food").click();
            button(page, "Log it").click();
            assertThat(page.locator("main").textContent()).contains("at least one food");
            page.locator("[name=food_0]").fill("cooked");
            page.locator("[name=grams_0]").fill("150");
            page.locator("[name=food_1]").fill("zebra steak");
            button(page, "Room for more foods").click();
            assertThat(page.locator("[name^=food_]").count()).isEqualTo(6);
            button(page, "Log it").click();
            assertThat(page.locator("#e-food-0").textContent()).startsWith("Which one?");
            assertThat(page.locator("#e-food-1").textContent()).startsWith("There is no food like this");
            assertThat(page.locator("#e-grams-1").textContent()).startsWith("How many grams");
            var rice = ana.api().get("/foods/rice_white_cooked").text("/name");
            page.locator("[name=food_0]").fill(rice);
            page.locator("[name=food_1]").fill("");
            page.locator("summary").first().click();
            page.locator("[name=label_name]").fill("Ice cream");
            button(page, "Log it").click();
            assertThat(page.locator("#e-calories").textContent()).contains("from 0 to 10000");
            for (var nutrient : Map.of("calories", "240", "protein", "4", "carbs", "28", "fat", "12.5")
                    .entrySet()) {
                page.locator("[name=" + nutrient.getKey() + "]").fill(nutrient.getValue());
            }
            page.locator("[name=meal]").selectOption("dinner");
            button(page, "Log it").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Dinner");
            assertThat(page.locator("main").textContent()).contains("150 g " + rice, "Ice cream", "240 kcal");

            page.locator("[name=was_0]").fill("200");
            page.locator("[name=keep_1]").uncheck();
            page.locator("[name=reason]").fill("It was for two");
            button(page, "Correct it").click();
            assertThat(page.locator("main").textContent()).contains("200 g " + rice, "It was for two");
            var kept = ana.api().get("/food-entries").body().at("/items/0/foods");
            assertThat(kept).hasSize(1);
            assertThat(kept.at("/0/grams").asInt()).isEqualTo(200);

            link(page, "What you ate").click();
            assertThat(page.locator("main").textContent()).contains("Dinner", "kcal");
            page.locator("main .list a").click();
            button(page, "Take it back").click();
            confirm(page);
            assertThat(page.locator("main").textContent()).contains("Nothing is logged yet");
        }
    }

    @Test
    void whatIsLoggedHereIsHeldAgainstThePlan() {
        var ana = given.webPerson("Ana");
        Consulting.usual().complete(ana.api());
        clock.advance(Duration.ofDays(2));
        try (var page = Browser.open(Window.desktop(), ana)) {
            page.navigate("/app/activities/new");
            page.locator("[name=type]").selectOption("strength");
            page.locator("[name=time]").fill("06:30");
            page.locator("[name=minutes]").fill("45");
            button(page, "Log it").click();
            link(page, "It counts as a planned session").click();
            assertThat(page.locator(".entry .badge").first().textContent())
                    .isIn("done", "something similar", "partly done");
        }
    }

    @Test
    void numbersOfFoodStayHiddenWhereAProgramHidesThem() {
        var ana = given.webPerson("Ana");
        Consulting.usual().with("health", "eating_disorder", true).complete(ana.api());
        ana.api().post("/food-entries", Map.of("foods", List.of(Map.of("food_id", "rice_white_cooked", "grams", 150))));
        try (var page = Browser.open(Window.desktop(), ana)) {
            page.navigate("/app/food");
            assertThat(page.locator("main").textContent()).contains("150 g").doesNotContain("kcal", "protein");
            page.locator("main .list a").click();
            assertThat(page.content()).doesNotContain("kcal");
            page.navigate("/app/food/new");
            assertThat(page.content()).doesNotContain("kcal").doesNotContain("name=\"calories\"");
        }
    }

    @Test
    void andWhereNoProgramWasMadeForWhatWasTold() {
        var ana = given.webPerson("Ana");
        var told = Consulting.usual()
                .with("health", "eating_disorder", true)
                .with("health", "pregnancy_state", List.of("pregnant"))
                .with("about_you", "birth_date", "2012-03-21")
                .tell(ana.api());
        var refused = ana.api().post("/consultation/" + told + "/complete", Map.of());
        assertThat(refused.problem()).isEqualTo("program-refused");
        try (var page = Browser.open(Window.desktop(), ana)) {
            page.navigate("/app/food/new");
            assertThat(page.content()).doesNotContain("kcal").doesNotContain("name=\"calories\"");
        }
    }

    private static void send(Page page, String name, String content) {
        page.locator("[name=file]")
                .setInputFiles(new FilePayload(name, "application/gpx+xml", content.getBytes(StandardCharsets.UTF_8)));
        button(page, "Read it").click();
    }

    private static void confirm(Page page) {
        var dialog = page.locator("dialog[open] .primary");
        if (dialog.count() > 0) {
            dialog.click();
        }
        page.waitForURL(address -> !address.matches(".*/[0-9a-f-]{36}$"));
    }

    private static Locator button(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first();
    }
}
