package dev.trellis.platform.embedding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks a server that speaks {@code POST {base}/embeddings}, in batches; one failed batch fails the whole call. */
final class OpenAiEmbedder implements Embedder {
    private static final int BATCH = 64;
    private static final int LONGEST_QUOTE = 200;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client;
    private final EmbeddingSettings settings;
    private final URI address;
    private final String model;
    private volatile int dimensions;

    private OpenAiEmbedder(EmbeddingSettings settings, URI base, String model) {
        this.settings = settings;
        this.address = URI.create(base.toString().replaceAll("/+$", "") + "/embeddings");
        this.model = model;
        this.dimensions = settings.dimensions();
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    static OpenAiEmbedder of(EmbeddingSettings settings) {
        var base = settings.url();
        var model = settings.model();
        if (base == null || base.getHost() == null || model == null || model.isBlank()) {
            throw new IllegalArgumentException(
                    "an embedding server needs an address such as http://host/v1, and a model");
        }
        return new OpenAiEmbedder(settings, base, model);
    }

    @Override
    public String model() {
        return settings.dimensions() == 0 ? model : model + "/" + settings.dimensions();
    }

    /** As configured, or else as the server's first answer shows. */
    @Override
    public int dimensions() {
        if (dimensions == 0) {
            ask(List.of("dimensions"));
        }
        return dimensions;
    }

    /** Blank texts are not sent: servers refuse them. */
    @Override
    public List<float[]> embed(List<String> texts) {
        var asked = texts.stream().filter(text -> !text.isBlank()).toList();
        var answers = new ArrayList<float[]>(asked.size());
        for (var start = 0; start < asked.size(); start += BATCH) {
            answers.addAll(ask(asked.subList(start, Math.min(asked.size(), start + BATCH))));
        }
        var next = answers.iterator();
        return texts.stream()
                .map(text -> text.isBlank() ? new float[dimensions()] : next.next())
                .toList();
    }

    private List<float[]> ask(List<String> batch) {
        var response = send(HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(batch))));
        if (response.statusCode() / 100 != 2) {
            throw new EmbeddingFailed("the embedding server at %s answered %d: %s"
                    .formatted(address, response.statusCode(), quote(response.body())));
        }
        return vectors(response.body(), batch.size());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        var key = settings.apiKey();
        if (key != null && !key.isBlank()) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (HttpTimeoutException e) {
            throw new EmbeddingFailed(
                    "the embedding server at %s did not answer within %d s"
                            .formatted(address, settings.timeout().toSeconds()),
                    e);
        } catch (IOException e) {
            throw new EmbeddingFailed("the embedding server at %s cannot be reached".formatted(address), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddingFailed("interrupted while waiting for the embedding server", e);
        }
    }

    private String body(List<String> batch) {
        var body = json.createObjectNode().put("model", model).put("encoding_format", "float");
        if (settings.dimensions() > 0) {
            body.put("dimensions", settings.dimensions());
        }
        var input = body.putArray("input");
        batch.forEach(input::add);
        return body.toString();
    }

    private List<float[]> vectors(String answer, int expected) {
        JsonNode data;
        try {
            data = json.readTree(answer).path("data");
        } catch (JsonProcessingException e) {
            throw new EmbeddingFailed("the embedding server at " + address + " answered no JSON: " + quote(answer), e);
        }
        if (data.size() != expected) {
            throw new EmbeddingFailed("the embedding server at %s gave %d vectors for %d texts"
                    .formatted(address, data.size(), expected));
        }
        var vectors = new float[expected][];
        for (var i = 0; i < expected; i++) {
            var place = data.get(i).path("index").asInt(i);
            if (place < 0 || place >= expected || vectors[place] != null) {
                throw new EmbeddingFailed("the embedding server at %s numbers its vectors wrongly".formatted(address));
            }
            vectors[place] = vector(data.get(i).path("embedding"));
        }
        return List.of(vectors);
    }

    private float[] vector(JsonNode numbers) {
        var vector = new float[numbers.size()];
        for (var i = 0; i < vector.length; i++) {
            vector[i] = (float) Objects.requireNonNull(numbers.get(i)).asDouble(Float.NaN);
            if (!Float.isFinite(vector[i])) {
                throw new EmbeddingFailed("the embedding server at " + address + " gave a vector with gaps");
            }
        }
        var known = dimensions;
        if (vector.length == 0 || (known != 0 && vector.length != known)) {
            throw new EmbeddingFailed("the embedding server at %s gave %d dimensions, %s"
                    .formatted(address, vector.length, known == 0 ? "which is none" : "not " + known));
        }
        dimensions = vector.length;
        return Vectors.normalised(vector);
    }

    private static String quote(@Nullable String text) {
        var line = text == null ? "" : text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
    }
}
