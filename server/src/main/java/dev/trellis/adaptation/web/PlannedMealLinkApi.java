package dev.trellis.adaptation.web;

import dev.trellis.adaptation.HandLinkResult;
import dev.trellis.adaptation.HandLinkResult.CalledOff;
import dev.trellis.adaptation.HandLinkResult.Linked;
import dev.trellis.adaptation.HandLinkResult.NoSuchActual;
import dev.trellis.adaptation.HandLinkResult.NoSuchPlan;
import dev.trellis.adaptation.HandLinking;
import dev.trellis.nutrition.FoodEntry;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which planned meal an entry was, when the person says so themselves. */
@Path("/food-entries/{id}/planned-meal")
@RunOnVirtualThread
@Tag(name = "Adherence")
public class PlannedMealLinkApi {
    private final HandLinking links;
    private final Caller caller;
    private final Once once;

    PlannedMealLinkApi(HandLinking links, Caller caller, Once once) {
        this.links = links;
        this.caller = caller;
        this.once = once;
    }

    /** Which; null for none that was planned. */
    public record MealChoice(@Nullable UUID plannedMealInstanceId) {}

    @PUT
    @Operation(summary = "Say myself what this was, or with null that it was nothing planned; matching leaves it alone")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FoodEntry.class)))
    public Response link(@PathParam("id") UUID id, @NotNull MealChoice body) {
        return once.answer(
                caller.actor(), body, () -> answer(links.linkEntry(caller.actor(), id, body.plannedMealInstanceId())));
    }

    @DELETE
    @Operation(summary = "Leave it to matching again")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FoodEntry.class)))
    public Response release(@PathParam("id") UUID id) {
        return once.answer(caller.actor(), null, () -> answer(links.releaseEntry(caller.actor(), id)));
    }

    private static Answer answer(HandLinkResult<FoodEntry> result) {
        return switch (result) {
            case Linked<FoodEntry>(var now) -> Answer.ok(now);
            case NoSuchActual<FoodEntry>() -> throw ProblemException.notFound("food entry");
            case NoSuchPlan<FoodEntry>() -> throw ProblemException.notFound("planned meal");
            case CalledOff<FoodEntry>() ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE, "That meal was called off. Take that back first, or choose another.");
        };
    }
}
