package dev.trellis.nutrition.web;

import dev.trellis.nutrition.Food;
import dev.trellis.nutrition.Foods;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What can be eaten, and what is in it. */
@Path("/foods")
@RunOnVirtualThread
@Tag(name = "Food")
public class FoodsApi {
    private final Foods foods;
    private final Caller caller;

    FoodsApi(Foods foods, Caller caller) {
        this.foods = foods;
        this.caller = caller;
    }

    /** Foods of the table. */
    public record FoodList(List<Food> items) {}

    @GET
    @Operation(summary = "Look for foods by words or their beginnings, best first; without q, all of them by name")
    public FoodList search(@QueryParam("q") @Nullable String words, @QueryParam("limit") @Nullable Integer limit) {
        var text = Objects.requireNonNullElse(words, "");
        if (text.length() > Foods.LONGEST_QUERY) {
            throw ProblemException.invalid("/query/q", "A search has at most " + Foods.LONGEST_QUERY + " characters.");
        }
        var most = PageRequest.of(limit, null).limit();
        return new FoodList(foods.search(caller.actor(), text, most));
    }

    @GET
    @Path("/{food_id}")
    @Operation(summary = "One food")
    public Food find(@PathParam("food_id") String foodId) {
        return foods.find(caller.actor(), foodId).orElseThrow(() -> ProblemException.notFound("food"));
    }
}
