package dev.trellis.interventions.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.interventions.Catalogue;
import dev.trellis.interventions.CatalogueDetail;
import dev.trellis.interventions.recommendation.EvidenceGrade;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Browsing and searching what can be taken on. */
@Path("/interventions")
@RunOnVirtualThread
@Tag(name = "Interventions")
public class CatalogueApi {
    private static final int LONGEST_QUERY = 200;

    private final Catalogue catalogue;
    private final Caller caller;

    CatalogueApi(Catalogue catalogue, Caller caller) {
        this.catalogue = catalogue;
        this.caller = caller;
    }

    /**
     * A part of the catalogue: by number and paged, or the best matches of a search.
     *
     * @param embedder whose idea of meaning a search used
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CatalogueList(
            List<CatalogueDetail> items,
            @Nullable String nextCursor,
            @Nullable String embedder) {}

    @GET
    @Operation(
            summary =
                    "Browse the catalogue by number, or search it by words and meaning with q, best first and unpaged")
    public CatalogueList list(
            @QueryParam("q") @Nullable String words,
            @QueryParam("category") @Nullable String category,
            @QueryParam("grade") @Nullable String grade,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var filter = new Catalogue.Filter(category, grade(grade));
        var page = PageRequest.of(limit, cursor);
        if (words != null && !words.isBlank()) {
            requireSearchable(words);
            var found = catalogue.search(caller.actor(), words, filter, page.limit());
            return new CatalogueList(found.items(), null, found.embedder());
        }
        var rows = catalogue.browse(caller.actor(), filter, after(page), page.fetch());
        var shown = Page.of(rows, page, row -> new Cursor(new UUID(0, row.interventionId())));
        return new CatalogueList(shown.items(), shown.nextCursor(), null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One intervention, curated or approved from a member, with its evidence")
    public CatalogueDetail find(@PathParam("id") int id) {
        return catalogue.detail(caller.actor(), id).orElseThrow(() -> ProblemException.notFound("intervention"));
    }

    static void requireSearchable(String words) {
        if (words.length() > LONGEST_QUERY) {
            throw ProblemException.invalid("/query/q", "A search has at most " + LONGEST_QUERY + " characters.");
        }
    }

    /** The catalogue is ordered by number, so its cursors carry one. */
    static int after(PageRequest page) {
        var after = page.afterId();
        return after == null ? 0 : (int) Math.clamp(after.getLeastSignificantBits(), 0, Integer.MAX_VALUE);
    }

    private static @Nullable EvidenceGrade grade(@Nullable String grade) {
        if (grade == null) {
            return null;
        }
        try {
            return EvidenceGrade.valueOf(grade.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/query/grade", "A grade is A, B, C or D.");
        }
    }
}
