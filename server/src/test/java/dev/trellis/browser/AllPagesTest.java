package dev.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import dev.trellis.architecture.MainCode;
import dev.trellis.demo.DemoForTests;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.testing.Browser;
import dev.trellis.testing.Browser.Window;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.WebPerson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What must hold on every page, whoever looks at it: found by following links, as somebody with weeks behind them, as
 * somebody new, as a reviewer, as an operator, and as nobody.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AllPagesTest {
    private static final String NEW = "somebody new";
    private static final int MOST_BYTES = 200_000;
    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/app/assets/[^\"]+)\"");
    private static final Pattern FONT = Pattern.compile("url\\((/app/assets/[^)]+)\\)");

    private static final String TOO_WIDE =
            "() => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 321).slice(0, 4).map(e => e.outerHTML.slice(0, 150)).join(' ')";

    /** Addresses that are no pages to look at: files, parts of pages, and what one meets only without a network. */
    private static final Set<String> NOT_LOOKED_AT = Set.of(
            "/",
            "/app",
            "/app/{rest}",
            "/app/assets/{version}/{name}",
            "/app/manifest.webmanifest",
            "/app/worker.js",
            "/app/operations/jobs/states",
            "/app/operations/rosters/{id}/state",
            "/app/operations/rosters/{id}/errors.csv",
            "/app/lead/runs/{id}/state",
            "/app/settings/data/export",
            // Where forms lead, not links; ProgramPagesTest looks at both.
            "/app/program/new",
            "/app/plan-changes/new/{id}",
            // Only whoever has left is led there; SettingsTest looks at it.
            "/app/erased/{id}",
            "/app/today/day/{day}");

    @Inject
    Given given;

    @Inject
    DemoForTests demo;

    private final Set<String> seen = new TreeSet<>();
    private final Map<String, Integer> fileSizes = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void everyPageCanBeReachedReadAndUsedByEverybody() {
        demo.live();
        look("a participant", demo(DemoForTests.PARTICIPANT));
        look("an author", demo(DemoForTests.AUTHOR));
        look("somebody six weeks into a program", demo(DemoForTests.TRAINEE));
        look("a reviewer", demo(DemoForTests.REVIEWER));
        look("an operator", demo(DemoForTests.OPERATOR));
        look("a trainer", demo(DemoForTests.TRAINER));
        look("a lead", demo(DemoForTests.LEAD));
        look("a student", demo(DemoForTests.STUDENT));
        look("somebody with a program", withProgram());
        look(NEW, given.webPerson("Tim", Role.TRAINER));
        look(NEW, given.webPerson("Maximiliane-Alexandra von und zu Sonnenthal-Oberhausen-Weidenbach"));
        look("somebody in the middle of their onboarding", halfway());
        for (var open : List.of("/app/login", "/app/register", "/app/claim", "/app/offline", "/app/no/such/page")) {
            try (var page = Browser.open(Window.desktop())) {
                page.navigate(open);
                look(page, open, "nobody");
            }
        }
        assertThat(faults).isEmpty();
        var missed = declaredPages();
        missed.removeAll(seen);
        missed.removeAll(NOT_LOOKED_AT);
        assertThat(missed).as("pages that no link leads to").isEmpty();
    }

    private void look(String who, WebPerson person) {
        var password = person.api() == null ? DemoForTests.PASSWORD : Given.PASSWORD;
        try (var page = Browser.open(Window.desktop(), person.email(), password)) {
            Crawl.of(page, (at, address) -> look(at, address, who));
        }
    }

    private WebPerson halfway() {
        var person = given.webPerson("Ana");
        person.api().post("/onboarding", Map.of("path", "detailed"));
        person.api().put("/onboarding/steps/goals", Map.of("goal", "Sleep better"));
        return person;
    }

    /** The second program, changed by hand and by a bad day, with an open consultation and an address for a calendar. */
    private WebPerson withProgram() {
        var person = given.webPerson("Ana");
        var today = LocalDate.parse(person.api().get("/calendar").text("/from"));
        var start = Map.of("start_date", today.toString());
        // A session today, so that a bad day has something to change.
        var days = Stream.of(0, 2, 4)
                .map(later -> today.plusDays(later).getDayOfWeek().name().toLowerCase(Locale.ROOT))
                .toList();
        var told = Consulting.usual()
                .with("equipment_and_schedule", "weekdays", days)
                .with("equipment_and_schedule", "session_time", null);
        told.complete(person.api(), start);
        told.complete(person.api(), start);
        var planned = person.api().get("/calendar").text("/events/2/item_id");
        person.api().post("/plan_changes", Map.of("kind", "skip", "item_id", planned));
        var bad = Map.of("sleep_hours", 5, "fatigue", 4, "soreness", 4, "stress", 4);
        var analysed = person.api().post("/adjustments/analyze", Map.of("context", bad));
        assertThat(analysed.text("/adjustments/0/id")).as(analysed.text()).isNotEmpty();
        person.api().post("/calendar-feeds", Map.of("name", "My phone"));
        person.api().post("/consultations", null);
        return person;
    }

    private static WebPerson demo(String email) {
        return new WebPerson(email, email, null);
    }

    private void look(Page page, String address, String who) {
        var kind = Crawl.kind(address);
        if (!seen.add(kind) && !who.equals(NEW)) {
            // The same page with as much on it as before. To somebody new it is another one: empty.
            return;
        }
        var where = address + " as " + who + ": ";
        if (!page.url().contains(kind.replaceFirst("/\\{.*", ""))) {
            // It led elsewhere, to a page that is looked at in its own right.
            return;
        }
        if (page.locator("h1").count() != 1) {
            faults.add(where + page.locator("h1").count() + " headings of the first order");
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 900);
        axe(page, where + "light, desktop: ");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        axe(page, where + "dark, phone: ");
        page.setViewportSize(320, 640);
        try {
            // Charts follow a window that shrinks a moment later.
            page.waitForFunction(
                    "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth",
                    null,
                    new Page.WaitForFunctionOptions().setTimeout(5000));
        } catch (TimeoutError e) {
            faults.add(where + "scrolls sideways on 320 pixels because of " + page.evaluate(TOO_WIDE));
        }
        size(page, where);
    }

    private void axe(Page page, String where) {
        Axe.faults(page).stream().map(fault -> where + fault).forEach(faults::add);
    }

    /** Everything a browser fetches for its very first view of the page, as it is sent; the chart library aside. */
    private void size(Page page, String where) {
        var browser = page.request();
        var document = browser.get(page.url());
        var files = FILE.matcher(document.text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        for (var file : List.copyOf(files)) {
            if (file.endsWith(".css")) {
                FONT.matcher(browser.get(file).text())
                        .results()
                        .map(found -> found.group(1))
                        .forEach(files::add);
            }
        }
        var bytes = sent(document);
        for (var file : files) {
            bytes += fileSizes.computeIfAbsent(file, name -> sent(browser.get(name)));
        }
        if (bytes > MOST_BYTES) {
            faults.add(where + bytes + " bytes on first view");
        }
    }

    /** The bytes of an answer on the wire, compressed where it is; its headers aside. */
    private static int sent(APIResponse answer) {
        var length = answer.headers().get("content-length");
        return length == null ? answer.body().length : Integer.parseInt(length);
    }

    /** The kinds of pages that the code declares. */
    private static Set<String> declaredPages() {
        var pages = new TreeSet<String>();
        for (var type : MainCode.CLASSES) {
            if (!type.isAnnotatedWith(ForBrowsers.class)) {
                continue;
            }
            var root = type.getAnnotationOfType(Path.class).value();
            type.getMethods().stream()
                    .filter(method -> method.isAnnotatedWith(GET.class))
                    .forEach(method -> {
                        var below = method.isAnnotatedWith(Path.class)
                                ? method.getAnnotationOfType(Path.class).value()
                                : "";
                        pages.add(kindOf(root + "/" + below));
                    });
        }
        return pages;
    }

    private static String kindOf(String template) {
        var clean = template.replaceAll("/+", "/")
                .replaceAll("\\{rest[^}]*}", "{rest}")
                .replaceFirst("(.)/$", "$1");
        return clean.replaceAll("\\{(?!rest|version|name)day[^}]*}", "{day}")
                .replaceAll("\\{(?!rest|version|name|day)[^}]*}", "{id}");
    }
}
