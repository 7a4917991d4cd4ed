package dev.trellis.platform.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server on this machine that answers like the real ones, and like broken ones. */
class OpenAiEmbedderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private Function<JsonNode, Answer> behaviour = OpenAiEmbedderTest::wellBehaved;

    private record Answer(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/embeddings", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsModelTextsAndKeyAndReadsVectorsByTheirIndex() {
        var vectors = embedder(0).embed(List.of("a", "bbb"));
        assertThat(vectors.get(0)).containsExactly(0.6f, 0.8f);
        assertThat(vectors.get(1)[0]).isGreaterThan(vectors.get(0)[0]);
        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.path("model").asText()).isEqualTo("small");
            assertThat(request.path("input")).hasSize(2);
            assertThat(request.has("dimensions")).isFalse();
        });
        assertThat(keys).containsExactly("Bearer secret");
    }

    @Test
    void asksForTheConfiguredDimensionsAndNamesThem() {
        var embedder = embedder(2);
        assertThat(embedder.model()).isEqualTo("small/2");
        assertThat(embedder.dimensions()).isEqualTo(2);
        embedder.embed("text");
        assertThat(requests.getFirst().path("dimensions").asInt()).isEqualTo(2);
    }

    @Test
    void learnsTheDimensionsFromTheServerWhenNobodySaid() {
        assertThat(embedder(0).dimensions()).isEqualTo(2);
    }

    @Test
    void manyTextsGoInBatchesAndKeepTheirOrder() {
        var texts = IntStream.rangeClosed(1, 150).mapToObj("x"::repeat).toList();
        var vectors = embedder(0).embed(texts);
        assertThat(requests).extracting(request -> request.path("input").size()).containsExactly(64, 64, 22);
        assertThat(vectors).hasSize(150);
        assertThat(IntStream.range(1, 150)).allMatch(i -> vectors.get(i)[0] > vectors.get(i - 1)[0]);
    }

    @Test
    void blankTextsAreNotSent() {
        var vectors = embedder(0).embed(List.of(" ", "a", ""));
        assertThat(vectors.get(0)).containsExactly(0, 0);
        assertThat(vectors.get(1)).containsExactly(0.6f, 0.8f);
        assertThat(requests)
                .singleElement()
                .satisfies(request -> assertThat(request.path("input")).hasSize(1));
    }

    @Test
    void aRefusalIsQuotedWithoutTheKey() {
        behaviour = request -> new Answer(401, "{\"error\": \"wrong key\"}");
        assertThatThrownBy(() -> embedder(0).embed("a"))
                .isInstanceOf(EmbeddingFailed.class)
                .hasMessageContaining("401")
                .hasMessageContaining("wrong key")
                .hasMessageNotContaining("secret");
    }

    @Test
    void answersThatMakeNoSenseAreRefused() {
        for (var body : List.of(
                "<html>",
                "{}",
                "{\"data\": []}",
                "{\"data\": [{\"index\": 5, \"embedding\": [1, 2]}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": []}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [1, null]}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [1, 2, 3]}]}")) {
            behaviour = request -> new Answer(200, body);
            assertThatThrownBy(() -> embedder(2).embed("a")).as(body).isInstanceOf(EmbeddingFailed.class);
        }
    }

    @Test
    void aServerThatIsAwayIsNamed() {
        server.stop(0);
        assertThatThrownBy(() -> embedder(0).embed("a"))
                .isInstanceOf(EmbeddingFailed.class)
                .hasMessageContaining("/v1/embeddings");
    }

    @Test
    void aServerThatHangsIsGivenUp() {
        var release = new CountDownLatch(1);
        behaviour = request -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return wellBehaved(request);
        };
        var settings = new EmbeddingSettings(
                EmbeddingSettings.Provider.OPENAI, url(), "small", null, null, 0, Duration.ofMillis(200));
        assertThatThrownBy(() -> Embedders.from(settings).embed("a"))
                .isInstanceOf(EmbeddingFailed.class)
                .hasMessageContaining("did not answer");
        release.countDown();
    }

    @Test
    void anAddressAndAModelAreNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Embedders.from(EmbeddingSettings.openai(url(), " ", null, 0)));
    }

    @Test
    void settingsDoNotSpellOutTheKey() {
        assertThat(EmbeddingSettings.openai(url(), "small", "secret", 0).toString())
                .doesNotContain("secret");
    }

    private Embedder embedder(int dimensions) {
        return Embedders.from(EmbeddingSettings.openai(url(), "small", "secret", dimensions));
    }

    private URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1/");
    }

    private void handle(HttpExchange exchange) throws IOException {
        var request = JSON.readTree(exchange.getRequestBody());
        requests.add(request);
        keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        var answer = behaviour.apply(request);
        var bytes = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Gives (2 + length, 4), last text first, to see whether the index is read. */
    private static Answer wellBehaved(JsonNode request) {
        var body = JSON.createObjectNode();
        var data = body.putArray("data");
        var input = request.path("input");
        for (var i = input.size() - 1; i >= 0; i--) {
            data.addObject()
                    .put("index", i)
                    .putArray("embedding")
                    .add(2 + input.get(i).asText().length())
                    .add(4);
        }
        return new Answer(200, body.toString());
    }
}
