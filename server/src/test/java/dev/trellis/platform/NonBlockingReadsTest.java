package dev.trellis.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Reads of an event loop share its connections, and each is a transaction of whoever asks. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class NonBlockingReadsTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String SAY_WHO_ACTS = """
            select convert_to(set_config('app.user_id', $1::uuid::text, true) || ' ' || set_config('app.role', $2, true),
                              'UTF8')
            """;
    private static final String TELL_WHO_ACTS = """
            select convert_to(coalesce(current_setting('app.user_id', true), ''), 'UTF8')
             where $1::uuid is not null and $2::text is not null
            """;
    private static final String DIVIDE = """
            select convert_to((10 / $3::int)::text, 'UTF8') where $1::uuid is not null and $2::text is not null
            """;
    private static final String CALENDAR = "select full_calendar($1, $2, $3, $4)";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    NonBlockingReads reads;

    @Inject
    Vertx vertx;

    @Inject
    @VirtualThreads
    ExecutorService threads;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.app.jdbc.url")
    String url;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.app.username")
    String user;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.app.password")
    String password;

    @Test
    void manyAreUnderWayAtOnceAndEachGetsItsOwnAnswer() {
        var people = IntStream.range(0, 2000).mapToObj(_ -> UUID.randomUUID()).toList();

        var answers = Uni.join()
                .all(people.stream()
                        .map(person -> onALoop(reads, Actor.person(person), SAY_WHO_ACTS))
                        .toList())
                .andCollectFailures()
                .await()
                .atMost(LONG);

        assertThat(answers.stream().map(NonBlockingReadsTest::text).toList())
                .isEqualTo(
                        people.stream().map(person -> person + " participant").toList());
    }

    @Test
    void nobodyActsAnyMoreWhenItIsAnswered() {
        var ana = Actor.person(UUID.randomUUID());

        for (var n = 0; n < 50; n++) {
            assertThat(answer(reads, ana, SAY_WHO_ACTS)).startsWith(ana.userId().toString());
            assertThat(answer(reads, ana, TELL_WHO_ACTS)).isEmpty();
        }
    }

    @Test
    void whatTheDatabaseRefusesIsToldAndTheOthersGoOn() {
        var ana = Actor.person(UUID.randomUUID());

        for (var n = 0; n < 50; n++) {
            assertThatThrownBy(() -> answer(reads, ana, DIVIDE, 0))
                    .hasRootCauseMessage("ERROR: division by zero (22012)")
                    .hasCauseInstanceOf(SQLException.class);
            assertThat(answer(reads, ana, DIVIDE, 5)).isEqualTo("2");
        }
    }

    @Test
    void aDatabaseWithOptionsIsAskedThroughTheDriverThatKnowsThem() {
        var ana = Actor.person(given.person("ana").get("/me").id());
        var day = LocalDate.parse("2026-11-16");
        var throughDriver = to(url + (url.contains("?") ? "&" : "?") + "ApplicationName=trellis");

        assertThat(answer(throughDriver, ana, CALENDAR, day, day.plusDays(1)))
                .isEqualTo(answer(reads, ana, CALENDAR, day, day.plusDays(1)))
                .isEqualTo("{\"from\":\"2026-11-16\",\"to\":\"2026-11-17\",\"events\":[]}");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsToldAsSuch() {
        var nowhere = to("jdbc:postgresql://localhost:1/trellis");

        assertThatThrownBy(() -> answer(nowhere, Actor.person(UUID.randomUUID()), SAY_WHO_ACTS))
                .cause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08006"));
        nowhere.close();
    }

    @Test
    void whoIsNotOnAnEventLoopIsAnsweredToo() {
        var ana = Actor.person(UUID.randomUUID());

        assertThat(text(reads.document(ana, SAY_WHO_ACTS).await().atMost(LONG)))
                .isEqualTo(ana.userId() + " participant");
    }

    private NonBlockingReads to(String address) {
        return new NonBlockingReads(database, threads, vertx, address, user, password);
    }

    private String answer(NonBlockingReads reads, Actor actor, String sql, Object... parameters) {
        return text(onALoop(reads, actor, sql, parameters).await().atMost(LONG));
    }

    private Uni<Buffer> onALoop(NonBlockingReads reads, Actor actor, String sql, Object... parameters) {
        return Uni.createFrom()
                .emitter(answer -> vertx.runOnContext(
                        _ -> reads.document(actor, sql, parameters).subscribe().with(answer::complete, answer::fail)));
    }

    private static String text(Buffer document) {
        return document.toString(StandardCharsets.UTF_8);
    }
}
