package dev.trellis.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Assumptions;

/**
 * The one headless Chromium of the test run. Each test opens windows of its own in it, each with its own cookies.
 * Playwright speaks from one thread only, which is the one that runs the tests.
 */
public final class Browser {
    private static final String HOW =
            "Chromium was not found, so no page was tested. Install it (Debian: apt install chromium-headless-shell; macOS:"
                    + " brew install --cask chromium), or name its program in CHROMIUM.";
    private static final List<BrowserContext> OPENED = new ArrayList<>();
    private static com.microsoft.playwright.Browser running;

    private Browser() {}

    /** How a window looks to the page. */
    public record Window(int width, int height, boolean dark, boolean scripts, String timeZone) {
        /** A phone. */
        public static Window phone() {
            return new Window(390, 844, false, true, "UTC");
        }

        /** A desktop. */
        public static Window desktop() {
            return new Window(1280, 900, false, true, "UTC");
        }

        /** The same window in the dark. */
        public Window inTheDark() {
            return new Window(width, height, true, scripts, timeZone);
        }

        /** The same window with scripts switched off. */
        public Window withoutScripts() {
            return new Window(width, height, dark, false, timeZone);
        }

        /** The same window somewhere else. */
        public Window in(String zone) {
            return new Window(width, height, dark, scripts, zone);
        }
    }

    /** The running server's address. */
    public static String server() {
        return ConfigProvider.getConfig().getValue("test.url", String.class).replaceFirst("/$", "");
    }

    /** Opens a window without any cookie. Once its page is closed, what the browser kept for it is thrown away. */
    public static Page open(Window window) {
        OPENED.removeIf(context -> {
            if (context.pages().isEmpty()) {
                context.close();
                return true;
            }
            return false;
        });
        BrowserContext context = browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(server())
                        .setViewportSize(window.width(), window.height())
                        .setColorScheme(window.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(window.scripts())
                        .setTimezoneId(window.timeZone())
                        .setLocale("en-GB"));
        context.setDefaultTimeout(20_000);
        OPENED.add(context);
        var page = context.newPage();
        page.onPageError(error -> {
            throw new AssertionError("a script failed on " + page.url() + ": " + error);
        });
        return ClosingPage.of(page);
    }

    /** Opens a window in which this person is logged in. */
    public static Page open(Window window, WebPerson person) {
        return open(window, person.email(), Given.PASSWORD);
    }

    /** Opens a window in which whoever this is is logged in. */
    public static Page open(Window window, String email, String password) {
        var page = open(window);
        page.navigate("/app/login");
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(password);
        page.locator("main button").click();
        page.waitForURL("**/app/**");
        return page;
    }

    private static synchronized com.microsoft.playwright.Browser browser() {
        if (running == null) {
            running = launch(chromium());
        }
        return running;
    }

    @SuppressWarnings("resource") // It serves the whole run and ends with it.
    private static com.microsoft.playwright.Browser launch(Path program) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Where Chromium is. Without it a developer's run goes on and says so; a run that decides anything fails. */
    private static Path chromium() {
        var found = Stream.of(
                        Optional.ofNullable(System.getenv("CHROMIUM")).orElse(""),
                        // The same browser without its windows: half the time.
                        "/usr/bin/chromium-headless-shell",
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty() && System.getenv("CI") != null) {
            throw new AssertionError(HOW);
        }
        Assumptions.assumeTrue(found.isPresent(), HOW);
        return found.get();
    }
}
