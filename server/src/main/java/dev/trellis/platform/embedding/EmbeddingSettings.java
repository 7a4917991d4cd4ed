package dev.trellis.platform.embedding;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which embedder to use and how to reach it.
 *
 * @param provider who makes the vectors
 * @param url base address of an OpenAI-compatible server, up to and without {@code /embeddings}; only for {@code OPENAI}
 * @param model the name sent to that server; only for {@code OPENAI}
 * @param apiKey the secret sent as bearer token; servers at home often need none
 * @param folder where {@code model.onnx} and {@code tokenizer.json} lie; only for {@code ONNX}
 * @param dimensions the length of the vectors; 0 asks the model itself, and the built-in embedder always has its own
 * @param timeout how long one request to the server may take
 */
public record EmbeddingSettings(
        Provider provider,
        @Nullable URI url,
        @Nullable String model,
        @Nullable String apiKey,
        @Nullable Path folder,
        int dimensions,
        Duration timeout) {

    /** Who makes the vectors. */
    public enum Provider {
        BUILTIN,
        OPENAI,
        ONNX
    }

    public EmbeddingSettings {
        if (dimensions < 0 || dimensions > 8192) {
            throw new IllegalArgumentException("embedding dimensions must lie between 0 and 8192, not " + dimensions);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the embedding timeout must be longer than zero");
        }
    }

    /** The embedder that needs no configuration and no download. */
    public static EmbeddingSettings builtin() {
        return new EmbeddingSettings(Provider.BUILTIN, null, null, null, null, 0, Duration.ofSeconds(30));
    }

    /** A model behind an OpenAI-compatible address. */
    public static EmbeddingSettings openai(URI url, String model, @Nullable String apiKey, int dimensions) {
        return new EmbeddingSettings(Provider.OPENAI, url, model, apiKey, null, dimensions, Duration.ofSeconds(30));
    }

    /** A model folder holding {@code model.onnx} and {@code tokenizer.json}. */
    public static EmbeddingSettings onnx(Path folder) {
        return new EmbeddingSettings(Provider.ONNX, null, null, null, folder, 0, Duration.ofSeconds(30));
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "EmbeddingSettings[" + provider + ", url=" + url + ", model=" + model + ", folder=" + folder + "]";
    }
}
