package dev.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.demo.DemoForTests;
import dev.trellis.fuzz.Fingerprint;
import dev.trellis.platform.Database;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Everything that Mia, the reviewer, the operator and the staff of a course can open or send is tried by Nora, who is nobody's friend: what is
 * theirs does not exist for her, what is for another role is closed, and nothing changes.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OthersThingsTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/app/[^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("method=\"post\" action=\"(/app/[^\"]*)\"");

    /** The catalogue is everybody's, and whoever has unread notifications marks their own. */
    private static final List<String> COMMON = List.of("/app/discover/catalogue/", "/app/inbox/read");

    @Inject
    Given given;

    @Inject
    DemoForTests demo;

    @Inject
    Database database;

    private record Reach(Set<String> pages, Set<String> actions) {}

    @Test
    void whatIsAnothersDoesNotExistAndChangesNothing() {
        demo.live();
        var nora = new WebRequests().logIn(given.webPerson("Nora").email(), Given.PASSWORD);
        var token = nora.token("/app/more");
        var own = reach(nora);
        for (var who : List.of(
                DemoForTests.PARTICIPANT,
                DemoForTests.TRAINEE,
                DemoForTests.REVIEWER,
                DemoForTests.OPERATOR,
                DemoForTests.TRAINER,
                DemoForTests.LEAD)) {
            var reach = reach(new WebRequests().logIn(who, DemoForTests.PASSWORD));
            reach.pages.removeAll(own.pages);
            reach.actions.removeAll(own.actions);
            if (who.equals(DemoForTests.PARTICIPANT) || who.equals(DemoForTests.TRAINEE)) {
                // An address without an id, be it of a day, is a page or a form of whoever opens it.
                reach.pages.removeIf(page -> !Crawl.kind(page).contains("{id}"));
                reach.actions.removeIf(action -> !Crawl.kind(action).contains("{id}"));
            }
            assertThat(reach.pages).as("pages of %s", who).isNotEmpty();
            var before = new Fingerprint(database).take();
            for (var page : reach.pages) {
                if (COMMON.stream().noneMatch(page::startsWith)) {
                    assertThat(nora.get(page).statusCode())
                            .as("%s, of %s", page, who)
                            .isIn(303, 403, 404);
                }
            }
            for (var action : reach.actions) {
                if (COMMON.stream().noneMatch(action::startsWith)) {
                    assertThat(nora.post(action, token, Map.of("confirm", "yes"))
                                    .statusCode())
                            .as("sending to %s, of %s", action, who)
                            .isIn(403, 404);
                }
            }
            assertThat(new Fingerprint(database).take()).isEqualTo(before);
        }
    }

    /** Every page a person finds by links, one of each kind, and everything the forms on them can be sent to. */
    private static Reach reach(WebRequests browser) {
        var reach = new Reach(new TreeSet<>(), new TreeSet<>());
        var kinds = new HashSet<String>();
        var waiting = new ArrayDeque<>(List.of("/app/today", "/app/more"));
        while (!waiting.isEmpty()) {
            var address = waiting.poll().replace("&amp;", "&");
            if (address.startsWith("/app/assets") || !kinds.add(Crawl.kind(address))) {
                continue;
            }
            var answer = browser.get(address);
            if (answer.statusCode() != 200
                    || !answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                continue;
            }
            reach.pages.add(address.replaceFirst("[?#].*", ""));
            LINK.matcher(answer.body()).results().map(found -> found.group(1)).forEach(waiting::add);
            ACTION.matcher(answer.body()).results().map(found -> found.group(1)).forEach(reach.actions::add);
        }
        return reach;
    }
}
