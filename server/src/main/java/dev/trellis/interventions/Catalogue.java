package dev.trellis.interventions;

import dev.trellis.interventions.recommendation.CatalogueEntry;
import dev.trellis.interventions.recommendation.CatalogueSnapshot.Found;
import dev.trellis.interventions.recommendation.EvidenceGrade;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a person can take on: the curated interventions, and those of members that a reviewer approved. */
@ApplicationScoped
public class Catalogue {
    private final Database database;
    private final CatalogueStore store;
    private final CatalogueIndex index;

    Catalogue(Database database, CatalogueStore store, CatalogueIndex index) {
        this.database = database;
        this.store = store;
        this.index = index;
    }

    /** Which part of the catalogue is wanted; null means no matter. */
    public record Filter(
            @Nullable String category, @Nullable EvidenceGrade grade) {
        boolean admits(CatalogueEntry entry) {
            return (category == null || category.equals(entry.category()))
                    && (grade == null || grade == entry.evidenceGrade());
        }
    }

    /**
     * What a search found, best first.
     *
     * @param embedder whose idea of meaning was used
     */
    public record SearchResult(List<CatalogueDetail> items, String embedder) {}

    /** The intervention of that number, curated or approved from a member. */
    public Optional<CatalogueItem> find(Handle tx, int interventionId) {
        return store.find(tx, interventionId).map(this::item);
    }

    /** The intervention of that name, whatever its case; a curated one before a member's. */
    public Optional<CatalogueItem> findByName(Handle tx, String name) {
        return store.findByName(tx, name).map(this::item);
    }

    /** The intervention of that number with all there is to read about it. */
    public Optional<CatalogueDetail> detail(Actor actor, int interventionId) {
        return database.as(actor, tx -> store.find(tx, interventionId).map(this::detail));
    }

    /** At most so many with a greater number than {@code after}, by number. */
    public List<CatalogueDetail> browse(Actor actor, Filter filter, int after, int most) {
        var grade = filter.grade() == null ? null : filter.grade().name();
        return database.as(
                actor,
                tx -> store.page(tx, after, filter.category(), grade, most).stream()
                        .map(this::detail)
                        .toList());
    }

    /** At most so many that match by words and by meaning, best first. Not to be called inside a transaction. */
    public SearchResult search(Actor actor, String words, Filter filter, int most) {
        record Hits(List<Integer> ids, String embedder) {}
        var hits = index.ask(catalogue -> new Hits(
                catalogue.search(words, filter::admits, most).stream()
                        .map(Found::entry)
                        .map(CatalogueEntry::interventionId)
                        .toList(),
                catalogue.embedderModel()));
        var byId = database.as(
                actor,
                tx -> store.findAll(tx, hits.ids()).stream()
                        .collect(Collectors.toMap(CatalogueStore.Row::interventionId, Function.identity())));
        // What was withdrawn since the index was built is left out.
        return new SearchResult(
                hits.ids().stream()
                        .map(byId::get)
                        .filter(Objects::nonNull)
                        .map(this::detail)
                        .toList(),
                hits.embedder());
    }

    private CatalogueDetail detail(CatalogueStore.Row row) {
        return CatalogueDetail.of(row, store.habits(row));
    }

    private CatalogueItem item(CatalogueStore.Row row) {
        return new CatalogueItem(
                row.interventionId(),
                row.name(),
                row.category(),
                row.durationDays(),
                store.habits(row),
                row.contraindicationTags(),
                row.contraindications());
    }
}
