package dev.trellis.browser;

import com.microsoft.playwright.Page;
import dev.trellis.demo.DemoForTests;
import dev.trellis.testing.Browser;
import dev.trellis.testing.Browser.Window;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Takes the pictures of the README, of the demo's people; run by {@code ./trellis pictures}, never with the tests. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class Pictures {
    private static final Path FOLDER = Path.of("../docs/pictures");

    @Inject
    DemoForTests demo;

    @Test
    void take() {
        demo.live();
        try (var page = open(Window.phone())) {
            page.navigate("/app/today");
            take(page, "today");
        }
        try (var page = open(Window.desktop())) {
            page.navigate("/app/history");
            page.navigate(page.locator("main a[href$='/summary']").first().getAttribute("href"));
            page.waitForFunction("() => [...document.querySelectorAll('canvas')].every(c => c.dataset.drawn)");
            take(page, "summary");
        }
        try (var page = open(Window.desktop().inTheDark())) {
            page.navigate("/app/discover");
            page.navigate(page.locator("main a[href*='/intakes/']").first().getAttribute("href"));
            take(page, "recommendations");
        }
    }

    private static Page open(Window window) {
        return Browser.open(window, DemoForTests.PARTICIPANT, DemoForTests.PASSWORD);
    }

    private static void take(Page page, String name) {
        // Scripts may still be drawing; what fonts they wait for is settled here.
        page.evaluate("document.fonts.ready");
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
