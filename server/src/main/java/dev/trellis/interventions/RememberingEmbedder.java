package dev.trellis.interventions;

import dev.trellis.platform.embedding.Embedder;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Asks a model for the vectors of catalogue texts once and for all; what a person wrote is asked for and forgotten. */
final class RememberingEmbedder implements Embedder {
    private final Embedder model;
    private final EmbeddingStore store;
    private volatile Set<String> catalogueTexts = Set.of();

    RememberingEmbedder(Embedder model, EmbeddingStore store) {
        this.model = model;
        this.store = store;
    }

    /** Only the vectors of these are kept. */
    void remember(Set<String> texts) {
        this.catalogueTexts = Set.copyOf(texts);
    }

    @Override
    public String model() {
        return model.model();
    }

    @Override
    public int dimensions() {
        return model.dimensions();
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        if (!catalogueTexts.containsAll(texts)) {
            return model.embed(texts);
        }
        var vectors = new HashMap<>(store.find(model(), texts));
        var missing = texts.stream()
                .filter(text -> !vectors.containsKey(text))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            var made = model.embed(missing);
            var fresh = new HashMap<String, float[]>();
            for (var i = 0; i < missing.size(); i++) {
                fresh.put(missing.get(i), made.get(i));
            }
            store.keep(model(), fresh);
            vectors.putAll(fresh);
        }
        return texts.stream()
                .map(text -> Objects.requireNonNull(vectors.get(text)))
                .toList();
    }
}
