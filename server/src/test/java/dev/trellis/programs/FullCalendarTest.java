package dev.trellis.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.Api;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calendar's hottest read, which no thread waits for. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class FullCalendarTest {
    private static final String WEEK = "/calendar/full?from=2026-11-16&to=2026-11-22";
    private static final Map<String, String> START = Map.of("start_date", "2026-11-16");

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @BeforeEach
    void atTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void everybodyReadsTheirOwnHoweverManyReadAtOnce() {
        var people = List.of(withProgram(), given.person("ben").lasting(), withProgram());
        var own = people.stream().map(person -> person.get(WEEK).text()).toList();
        assertThat(own).doesNotHaveDuplicates();

        var others = IntStream.range(0, 600)
                .parallel()
                .filter(n -> !people.get(n % 3).get(WEEK).text().equals(own.get(n % 3)))
                .count();

        assertThat(others).isZero();
    }

    @Test
    void aTokenThatNobodyRemembersIsAskedForFirst() {
        var ana = given.person("ana");
        Consulting.usual().complete(ana, START);

        assertThat(ana.lasting().get(WEEK).body().path("events")).hasSize(3 + 28);
        assertThat(given.nobody().get(WEEK).status()).isEqualTo(401);
        assertThat(given.nobody().with("trlt_unknown").get(WEEK).status()).isEqualTo(401);
        var writing = ana.post("/me/tokens", Map.of("name", "writing", "scopes", List.of("write")));
        var refused = given.nobody().with(writing.text("/token")).get(WEEK);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/detail")).contains("scope read");
    }

    private Api withProgram() {
        var ana = given.person("ana").lasting();
        Consulting.usual().complete(ana, START);
        return ana;
    }
}
