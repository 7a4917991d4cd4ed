package dev.trellis.platform.embedding;

import java.util.List;

/** Turns texts into vectors of length 1, so that the dot product of two of them is their cosine. Safe for many threads. */
public interface Embedder {
    /** Names the model exactly enough that vectors of equal name may be compared; stored beside every stored vector. */
    String model();

    /** How many numbers each vector has. */
    int dimensions();

    /**
     * One vector per text, in order. A blank text gives the zero vector.
     *
     * @throws EmbeddingFailed when the model cannot be asked or answers something else than asked
     */
    List<float[]> embed(List<String> texts);

    /** The vector of one text. */
    default float[] embed(String text) {
        return embed(List.of(text)).getFirst();
    }
}
