package dev.trellis.interventions;

import dev.trellis.assessment.Categories;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The areas the shipped catalogue covers; they change only with its file, hence with the server. */
@ApplicationScoped
class CuratedCategories implements Categories {
    private final List<String> all = CatalogueFile.read(CuratedCatalogue.shipped()).stream()
            .map(CatalogueFile.Curated::category)
            .distinct()
            .sorted()
            .toList();

    @Override
    public List<String> all() {
        return all;
    }
}
