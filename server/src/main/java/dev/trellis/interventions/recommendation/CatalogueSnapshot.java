package dev.trellis.interventions.recommendation;

import dev.trellis.platform.embedding.Embedder;
import java.util.List;

/** The catalogue as it stood at one moment, ready to be searched by many threads; a change makes a new one. */
public final class CatalogueSnapshot {
    private final Embedder embedder;
    private final List<CatalogueEntry> entries;

    private CatalogueSnapshot(Embedder embedder, List<CatalogueEntry> entries) {
        this.embedder = embedder;
        this.entries = entries;
    }

    /** Indexes the items by words and by meaning. */
    public static CatalogueSnapshot of(List<CatalogueEntry> entries, Embedder embedder) {
        return new CatalogueSnapshot(embedder, List.copyOf(entries));
    }

    /** A snapshot of the items as they are now, which embeds only texts this one does not know. */
    public CatalogueSnapshot rebuiltWith(List<CatalogueEntry> current) {
        return new CatalogueSnapshot(embedder, List.copyOf(current));
    }

    /** The indexed items, by number. */
    public List<CatalogueEntry> entries() {
        return entries;
    }
}
