package dev.trellis.platform.embedding;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Runs a sentence model from a local folder in this process; token vectors are averaged. */
final class OnnxEmbedder implements Embedder {
    private final OnnxEmbeddingModel onnx;
    private final String model;
    private final int dimensions;

    private OnnxEmbedder(OnnxEmbeddingModel onnx, String model) {
        this.onnx = onnx;
        this.model = model;
        this.dimensions = vector("dimensions").length;
    }

    static OnnxEmbedder of(EmbeddingSettings settings) {
        var folder = settings.folder();
        if (folder == null) {
            throw new IllegalArgumentException("an ONNX embedder needs a folder with model.onnx and tokenizer.json");
        }
        var graph = existing(folder.resolve("model.onnx"));
        var tokenizer = existing(folder.resolve("tokenizer.json"));
        OnnxEmbedder embedder;
        try {
            embedder =
                    new OnnxEmbedder(new OnnxEmbeddingModel(graph, tokenizer, PoolingMode.MEAN), name(folder, graph));
        } catch (EmbeddingFailed e) {
            throw e;
        } catch (RuntimeException e) {
            throw new EmbeddingFailed("the model in " + folder + " cannot be loaded: " + e.getMessage(), e);
        }
        if (settings.dimensions() != 0 && settings.dimensions() != embedder.dimensions) {
            throw new EmbeddingFailed("the model in %s gives %d dimensions, not the configured %d"
                    .formatted(folder, embedder.dimensions, settings.dimensions()));
        }
        return embedder;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        try {
            return texts.stream()
                    .map(text -> text.isBlank() ? new float[dimensions] : vector(text))
                    .toList();
        } catch (RuntimeException e) {
            throw new EmbeddingFailed("the model " + model + " failed: " + e.getMessage(), e);
        }
    }

    private float[] vector(String text) {
        return Vectors.normalised(onnx.embed(TextSegment.from(text)).content().vector());
    }

    private static Path existing(Path file) {
        if (!Files.isReadable(file)) {
            throw new EmbeddingFailed("the embedding model lacks a readable " + file);
        }
        return file;
    }

    /** The folder's name and a print of the model file, since vectors of two models must never be compared. */
    private static String name(Path folder, Path graph) {
        try (var input = new DigestInputStream(Files.newInputStream(graph), MessageDigest.getInstance("SHA-256"))) {
            input.transferTo(OutputStream.nullOutputStream());
            var print = HexFormat.of().formatHex(input.getMessageDigest().digest(), 0, 6);
            return "onnx:" + folder.toAbsolutePath().normalize().getFileName() + ":" + print;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new EmbeddingFailed("the embedding model " + graph + " cannot be read", e);
        }
    }
}
