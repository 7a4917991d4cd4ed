package dev.trellis.interventions.recommendation;

import dev.trellis.platform.embedding.Embedder;
import dev.trellis.platform.embedding.Vectors;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The catalogue as it stood at one moment, ready to be searched by many threads; a change makes a new one. */
public final class CatalogueSnapshot {
    private static final int LIST_LENGTH = 50;

    private final Embedder embedder;
    private final List<CatalogueEntry> entries;
    private final WordIndex words;
    private final Map<String, float[]> vectorsByText;
    private final List<float[]> vectors;

    private CatalogueSnapshot(Embedder embedder, List<CatalogueEntry> entries, Map<String, float[]> known) {
        this.embedder = embedder;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(CatalogueEntry::interventionId))
                .toList();
        var texts = this.entries.stream().map(CatalogueEntry::documentText).toList();
        this.words = WordIndex.of(texts);
        this.vectorsByText = vectors(texts, known);
        this.vectors = texts.stream().map(vectorsByText::get).toList();
        if (this.entries.stream().map(CatalogueEntry::interventionId).distinct().count() != entries.size()) {
            throw new IllegalArgumentException("two catalogue items share an intervention id");
        }
    }

    /** Indexes the items by words and by meaning. */
    public static CatalogueSnapshot of(List<CatalogueEntry> entries, Embedder embedder) {
        return new CatalogueSnapshot(embedder, entries, Map.of());
    }

    /** A snapshot of the items as they are now, which embeds only texts this one does not know. */
    public CatalogueSnapshot rebuiltWith(List<CatalogueEntry> current) {
        return new CatalogueSnapshot(embedder, current, vectorsByText);
    }

    /** The indexed items, by number. */
    public List<CatalogueEntry> entries() {
        return entries;
    }

    /** The model whose vectors are compared. */
    public String embedderModel() {
        return embedder.model();
    }

    /**
     * An item that was found.
     *
     * @param closeness in [0,1]; 1 is the best there can be
     */
    public record Found(CatalogueEntry entry, double closeness) {}

    /** The best matches of a search by words and by meaning, fused (domain 08.2); closeness is their {@code rel}. */
    public List<Found> search(String query, Predicate<CatalogueEntry> allowed, int most) {
        var retrieved = retrieve(query, allowed);
        var lists = List.of(retrieved.byWords().places(), retrieved.byMeaning().places());
        return RankFusion.fuse(lists, RankFusion.K).stream()
                .limit(most)
                .map(fused -> new Found(entries.get(fused.item()), fused.score() / RankFusion.BEST_OF_TWO))
                .toList();
    }

    /** The items closest in meaning to a text; closeness is the cosine. */
    public List<Found> nearest(String text, int most) {
        var query = embedder.embed(text);
        return byMeaning(query).stream()
                .limit(most)
                .map(hit -> new Found(entries.get(hit.place()), Vectors.cosine(query, vectors.get(hit.place()))))
                .toList();
    }

    /** The best 50 by words and the best 50 by meaning of those items that may be shown (domain 08.1). */
    Retrieved retrieve(String query, Predicate<CatalogueEntry> allowed) {
        return new Retrieved(
                new Retrieved.RankedList(best(words.search(query), allowed)),
                new Retrieved.RankedList(best(byMeaning(embedder.embed(query)), allowed)));
    }

    private List<Retrieved.Hit> best(List<Retrieved.Hit> hits, Predicate<CatalogueEntry> allowed) {
        return hits.stream()
                .filter(hit -> allowed.test(entries.get(hit.place())))
                .limit(LIST_LENGTH)
                .toList();
    }

    /** Scored by how far above the middle of the catalogue: models differ in what cosine they give to unrelated texts. */
    private List<Retrieved.Hit> byMeaning(float[] query) {
        var cosines = vectors.stream()
                .mapToDouble(vector -> Vectors.cosine(query, vector))
                .toArray();
        var middle = Arrays.stream(cosines)
                .sorted()
                .skip(cosines.length / 2)
                .findFirst()
                .orElse(0);
        return IntStream.range(0, cosines.length)
                .filter(place -> cosines[place] > 0)
                .mapToObj(place -> new Retrieved.Hit(place, cosines[place] - middle))
                .sorted(Comparator.comparingDouble((Retrieved.Hit hit) -> -hit.score())
                        .thenComparingInt(Retrieved.Hit::place))
                .toList();
    }

    /** Cosine of two items' texts. */
    double similarity(int left, int right) {
        return Vectors.cosine(vectors.get(left), vectors.get(right));
    }

    private Map<String, float[]> vectors(List<String> texts, Map<String, float[]> known) {
        var missing = texts.stream()
                .filter(text -> !known.containsKey(text))
                .distinct()
                .toList();
        var made = missing.isEmpty() ? List.<float[]>of() : embedder.embed(missing);
        var all = new HashMap<String, float[]>();
        for (var i = 0; i < missing.size(); i++) {
            all.put(missing.get(i), made.get(i));
        }
        for (var text : texts) {
            all.computeIfAbsent(text, known::get);
        }
        return Map.copyOf(all);
    }
}
