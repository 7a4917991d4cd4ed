package dev.trellis.interventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trellis.interventions.recommendation.CatalogueSnapshot;
import dev.trellis.platform.Database;
import dev.trellis.platform.embedding.Embedders;
import dev.trellis.platform.embedding.EmbeddingSettings;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The catalogue in memory, with a model somewhere else: what it is asked for, what is kept, what happens without it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CatalogueIndexTest {
    private static final String BUILT_IN = "trellis-builtin-1";

    @Inject
    Database database;

    @Inject
    CatalogueStore store;

    @Inject
    EmbeddingStore vectors;

    @Inject
    TestClock clock;

    private final String model = "model-" + UUID.randomUUID();
    private final AtomicInteger texts = new AtomicInteger();
    private boolean down;
    private HttpServer server;

    @BeforeEach
    void aModelSomewhereElse() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/embeddings", this::embed);
        server.start();
    }

    @AfterEach
    void gone() {
        server.stop(0);
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void asksForEveryCatalogueTextOnceInALifetime() {
        assertThat(search(index())).isEqualTo(model + "/4");
        // Two people may have submitted the same.
        var catalogue = Owner.number(
                "select count(distinct (name, category, description, profile_match, habits::text)) from catalogue");
        assertThat(texts.get()).isEqualTo((int) catalogue + 1);
        assertThat(Owner.number("select count(*) from catalogue_embeddings where model = '" + model + "/4'"))
                .isEqualTo(catalogue);

        // Another node, or this one after a restart, pays for the query alone.
        assertThat(search(index())).isEqualTo(model + "/4");
        assertThat(texts.get()).isEqualTo((int) catalogue + 2);
    }

    @Test
    void theBuiltInOneStandsInWhileTheModelIsDown() {
        var index = index();
        down = true;

        assertThat(search(index)).isEqualTo(BUILT_IN);

        down = false;
        assertThat(search(index)).as("it rests before it is asked again").isEqualTo(BUILT_IN);
        clock.advance(Duration.ofSeconds(31));
        assertThat(search(index)).isEqualTo(model + "/4");
    }

    @Test
    void aModelThatGoesDownLaterIsNoticedToo() {
        var index = index();
        assertThat(search(index)).isEqualTo(model + "/4");
        down = true;

        assertThat(search(index)).isEqualTo(BUILT_IN);
    }

    @Test
    void seesWhatChangedTwoSecondsLater() {
        var index = index();
        assertThat(tries(index))
                .isEqualTo(Owner.number("select total_tries from interventions_base where intervention_id = 62"));
        var before = tries(index);
        Owner.execute("update interventions_base set total_tries = total_tries + 1 where intervention_id = 62");

        assertThat(tries(index)).isEqualTo(before);
        clock.advance(Duration.ofSeconds(2));
        assertThat(tries(index)).isEqualTo(before + 1);

        Owner.execute("update interventions_base set total_tries = total_tries - 1 where intervention_id = 62");
    }

    private CatalogueIndex index() {
        var address = URI.create("http://localhost:" + server.getAddress().getPort() + "/v1");
        return new CatalogueIndex(
                database, store, vectors, Embedders.from(EmbeddingSettings.openai(address, model, null, 4)), clock);
    }

    /** Whose vectors a search used. */
    private static String search(CatalogueIndex index) {
        return index.ask(catalogue -> {
            assertThat(catalogue.search("sleep", entry -> true, 3)).hasSize(3);
            return catalogue.embedderModel();
        });
    }

    private static long tries(CatalogueIndex index) {
        return index.ask(CatalogueSnapshot::entries).stream()
                .filter(entry -> entry.interventionId() == 62)
                .findFirst()
                .orElseThrow()
                .outcomes()
                .tries();
    }

    private void embed(HttpExchange exchange) throws IOException {
        try (exchange) {
            var input = new ObjectMapper().readTree(exchange.getRequestBody()).path("input");
            if (down) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var data = new StringBuilder("{\"data\":[");
            for (var i = 0; i < input.size(); i++) {
                texts.incrementAndGet();
                var hash = input.get(i).asText().hashCode();
                data.append(i == 0 ? "" : ",")
                        .append("{\"index\":%d,\"embedding\":[1,%d,%d,%d]}"
                                .formatted(i, hash & 7, hash >> 3 & 7, hash >> 6 & 7));
            }
            var body = data.append("]}").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
