package dev.trellis.interventions.web;

import dev.trellis.assessment.Areas;
import dev.trellis.assessment.Categories;
import dev.trellis.interventions.Catalogue;
import dev.trellis.interventions.CatalogueDetail;
import dev.trellis.interventions.StartPreviews;
import dev.trellis.interventions.recommendation.ContraindicationTag;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Option;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looking around in the catalogue, by area or by words, and reading about one of its interventions. */
@Path(CataloguePages.ADDRESS)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class CataloguePages {
    static final String ADDRESS = "/app/discover/catalogue";

    private final Catalogue catalogue;
    private final Categories categories;
    private final StartPreviews previews;
    private final Caller caller;

    CataloguePages(Catalogue catalogue, Categories categories, StartPreviews previews, Caller caller) {
        this.catalogue = catalogue;
        this.categories = categories;
        this.previews = previews;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "interventions")
    static class Templates {
        static native TemplateInstance catalogue(Shelf shelf);

        static native TemplateInstance intervention(Reading reading);
    }

    /**
     * A part of the catalogue.
     *
     * @param words what was searched for; may be empty
     * @param category the area; empty for all
     * @param next where the next page begins; empty on the last one, and for what a search found
     * @param first whether this is the first page
     */
    public record Shelf(
            List<CatalogueDetail> items,
            List<Option> areas,
            String words,
            String category,
            String next,
            boolean first) {
        /** What a search found, in words. */
        public String found() {
            return items.size() == 1 ? "The closest one" : "The " + items.size() + " closest";
        }

        /** The name of the area. */
        public String areaName() {
            return Areas.name(category);
        }

        /** Where this part begins. */
        public String beginning() {
            return category.isEmpty()
                    ? ADDRESS
                    : ADDRESS + "?category=" + URLEncoder.encode(category, StandardCharsets.UTF_8);
        }

        /** Whether this is less than the whole catalogue. */
        public boolean isNarrowed() {
            return !words.isEmpty() || !category.isEmpty();
        }
    }

    /**
     * One intervention to read about.
     *
     * @param questions what is asked before it starts, when nobody has yet
     * @param obstacle why it cannot start now; empty when nothing stands in the way
     * @param intake what led here, for the address; empty when nothing did
     */
    public record Reading(
            CatalogueDetail item,
            List<ContraindicationTag> questions,
            String obstacle,
            boolean running,
            String intake) {
        private static final int LONGEST_LEAD = 300;

        /** What it is, when that fits below its name; a long text has a place of its own. */
        public @Nullable String lead() {
            return item.description().length() <= LONGEST_LEAD ? item.description() : null;
        }

        /** Where to go back to. */
        public String back() {
            return intake.isEmpty() ? ADDRESS : SuggestionPages.ADDRESS + "/" + intake;
        }

        /** What is there. */
        public String backText() {
            return intake.isEmpty() ? "Catalogue" : "Your suggestions";
        }

        /** Where it is started. */
        public String start() {
            return StartPages.address(item.interventionId(), intake);
        }
    }

    @GET
    public TemplateInstance list(
            @QueryParam("q") @Nullable String typed,
            @QueryParam("category") @Nullable String area,
            @QueryParam("cursor") @Nullable String cursor) {
        var words = Objects.requireNonNullElse(typed, "").strip();
        var category = Objects.requireNonNullElse(area, "");
        var filter = new Catalogue.Filter(category.isEmpty() ? null : category, null);
        var page = PageRequest.of(null, cursor);
        if (!words.isEmpty()) {
            CatalogueApi.requireSearchable(words);
            var found = catalogue.search(caller.actor(), words, filter, page.limit());
            return Templates.catalogue(new Shelf(found.items(), areas(), words, category, "", true));
        }
        var rows = catalogue.browse(caller.actor(), filter, CatalogueApi.after(page), page.fetch());
        var shown = Page.of(rows, page, row -> new Cursor(new UUID(0, row.interventionId())));
        var next = Objects.requireNonNullElse(shown.nextCursor(), "");
        return Templates.catalogue(new Shelf(shown.items(), areas(), words, category, next, cursor == null));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(@PathParam("id") int id, @QueryParam("intake") @Nullable UUID intake) {
        var item = catalogue.detail(caller.actor(), id).orElseThrow(CataloguePages::unknown);
        var preview = previews.of(caller.actor(), id).orElseThrow(CataloguePages::unknown);
        var obstacle = StartObstacle.of(preview.obstacle());
        return Templates.intervention(new Reading(
                item,
                preview.mustAsk(),
                obstacle.words(),
                obstacle.running(),
                intake == null ? "" : intake.toString()));
    }

    static ProblemException unknown() {
        return ProblemException.notFound("intervention");
    }

    private List<Option> areas() {
        return categories.all().stream()
                .map(code -> Option.of(code, Areas.name(code)))
                .toList();
    }
}
