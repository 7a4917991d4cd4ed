package dev.trellis.platform.embedding;

/** Makes the embedder that the settings ask for. */
public final class Embedders {
    private Embedders() {}

    /**
     * The configured embedder, ready to use.
     *
     * @throws EmbeddingFailed when a model folder cannot be read
     * @throws IllegalArgumentException when the provider lacks the setting it needs
     */
    public static Embedder from(EmbeddingSettings settings) {
        return switch (settings.provider()) {
            case BUILTIN -> new BuiltInEmbedder();
            case OPENAI -> OpenAiEmbedder.of(settings);
            case ONNX -> OnnxEmbedder.of(settings);
        };
    }
}
