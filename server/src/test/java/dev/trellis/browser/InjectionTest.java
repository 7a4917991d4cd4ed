package dev.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.trellis.platform.Role;
import dev.trellis.testing.Browser;
import dev.trellis.testing.Browser.Window;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.WebPerson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Somebody writes markup and scripts wherever anything can be written: into every field of every form on every page,
 * into every question an address can carry, and, by the API, into everything that is stored and shown again. Nothing of
 * it may become an element of a page or run.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class InjectionTest {
    private static final String EVIL = "'\"></textarea></title><img data-evil src=x onerror=window.evil=1>"
            + "<script data-evil>window.evil=1</script>{7*7}${7*7}";

    /** Sends every form of the page with the same text in every field and tells what of the answers became an element. */
    private static final String SEND_ALL = """
            async evil => {
              const found = [];
              for (const form of document.querySelectorAll('form')) {
                const action = form.getAttribute('action');
                if (!action || /logout|delete|erase|end/.test(action)) continue;
                const fields = new URLSearchParams();
                for (const field of form.elements) {
                  if (!field.name) continue;
                  const kept = field.name === '_token' || field.name === '_once';
                  fields.append(field.name, kept ? field.value : evil);
                }
                const post = form.method === 'post';
                const answer = await fetch(post ? action : action + '?' + fields, post ? { method: 'POST', body: fields } : {});
                if (answer.status >= 500) found.push(action + ' answered ' + answer.status);
                const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                if (page.querySelector('[data-evil]')) found.push(action + ' let markup in');
              }
              return found;
            }
            """;

    private static final String ANY =
            "() => document.querySelector('[data-evil]') !== null || window.evil !== undefined";

    @Inject
    Given given;

    private final List<String> faults = new ArrayList<>();

    @Test
    void nothingThatSomebodyWroteBecomesMarkupOrRuns() {
        var mallory = given.webPerson(EVIL.substring(0, 100), Role.REVIEWER, Role.ADMIN);
        write(mallory);
        try (var page = Browser.open(Window.desktop(), mallory)) {
            var visited = Crawl.of(page, (at, address) -> send(at, address));
            assertThat(visited).hasSizeGreaterThan(5);
            // What the first walk stored is shown now; and what is asked for is asked for in the worst way.
            Crawl.of(page, (at, address) -> check(at, address));
            for (var address : visited.values()) {
                var bare = address.replaceFirst("\\?.*", "");
                page.navigate(bare + "?q=" + encoded() + "&cursor=" + encoded() + "&next=" + encoded() + "&invite="
                        + encoded() + "&category=" + encoded() + "&status=" + encoded() + "&type=" + encoded());
                check(page, bare + "?…");
            }
        }
        try (var page = Browser.open(Window.desktop())) {
            for (var open : List.of("/app/login", "/app/register")) {
                page.navigate(open + "?next=" + encoded() + "&invite=" + encoded());
                send(page, open);
            }
        }
        assertThat(faults).isEmpty();
    }

    @SuppressWarnings("unchecked") // The script returns a list of texts.
    private void send(Page page, String address) {
        check(page, address);
        ((List<String>) page.evaluate(SEND_ALL, EVIL)).forEach(fault -> faults.add(address + ": " + fault));
    }

    private void check(Page page, String address) {
        if ((boolean) page.evaluate(ANY)) {
            faults.add(address + " shows markup that somebody wrote");
        }
    }

    private static String encoded() {
        return java.net.URLEncoder.encode(EVIL, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Everything the API stores of what people write. */
    private static void write(WebPerson mallory) {
        var api = mallory.api();
        var intake = created(api.post("/intakes", Map.of("goal", EVIL, "text", EVIL)));
        api.post("/intakes/" + intake + "/recommendations", Map.of());
        var start =
                api.post("/intervention-periods/start", Map.of("intervention_id", 5, "selected_habits", List.of(EVIL)));
        var period = start.status() == 201
                ? start.text("/period/id")
                : created(api.post("/intervention-periods/start", Map.of("intervention_id", 5)), "/period/id");
        api.put("/intervention-periods/" + period + "/progress/2026-11-16", Map.of("mood", 3, "note", EVIL));
        created(
                api.post(
                        "/interventions/submit",
                        Map.of(
                                "name",
                                EVIL,
                                "description",
                                EVIL,
                                "profile_match",
                                EVIL,
                                "category",
                                "stress",
                                "habits",
                                List.of(Map.of("name", EVIL)),
                                "duration_days",
                                14)),
                "/id");
        created(api.post("/me/tokens", Map.of("name", EVIL.substring(0, 100), "scopes", List.of("read"))), "/id");
        api.put("/intervention-periods/" + period + "/complete", Map.of("notes", EVIL));
        api.post("/intervention-periods/" + period + "/feedback", Map.of("answer", "helped", "comment", EVIL));
        created(api.post("/intervention-periods/start", Map.of("intervention_id", 7)), "/period/id");
    }

    private static String created(dev.trellis.testing.Api.Answer answer) {
        return created(answer, "/id");
    }

    private static String created(dev.trellis.testing.Api.Answer answer, String pointer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text(pointer);
    }
}
