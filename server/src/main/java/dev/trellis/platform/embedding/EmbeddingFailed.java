package dev.trellis.platform.embedding;

/** The configured embedder could not answer; the message says what an operator can do. Whoever asked decides what to fall back to. */
public final class EmbeddingFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddingFailed(String message) {
        super(message);
    }

    EmbeddingFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
