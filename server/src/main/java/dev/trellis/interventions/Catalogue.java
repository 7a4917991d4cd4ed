package dev.trellis.interventions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What a person can take on: the curated interventions, and those of members that a reviewer approved. */
@ApplicationScoped
public class Catalogue {
    private final CatalogueStore store;

    Catalogue(CatalogueStore store) {
        this.store = store;
    }

    /** The intervention of that number, curated or approved from a member. */
    public Optional<CatalogueItem> find(Handle tx, int interventionId) {
        return store.find(tx, interventionId).map(this::item);
    }

    /** The intervention of that name, whatever its case; a curated one before a member's. */
    public Optional<CatalogueItem> findByName(Handle tx, String name) {
        return store.findByName(tx, name).map(this::item);
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
