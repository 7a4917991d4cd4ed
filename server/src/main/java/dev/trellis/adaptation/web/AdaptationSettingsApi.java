package dev.trellis.adaptation.web;

import dev.trellis.adaptation.AdaptationChoices;
import dev.trellis.adaptation.AdaptationSettings;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What I let the server do unasked. */
@Path("/adaptation-settings")
@RunOnVirtualThread
@Tag(name = "Adjustments")
public class AdaptationSettingsApi {
    private final AdaptationChoices choices;
    private final Caller caller;
    private final Once once;

    AdaptationSettingsApi(AdaptationChoices choices, Caller caller, Once once) {
        this.choices = choices;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Operation(summary = "What I let the server do unasked, and my own hour for its look at the day")
    public AdaptationSettings mine() {
        return choices.mine(caller.actor());
    }

    @PUT
    @Operation(summary = "Choose anew what may be done unasked")
    @APIResponse(
            responseCode = "200",
            description = "As chosen",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AdaptationSettings.class)))
    public Response choose(@NotNull @Valid AdaptationSettings body) {
        return once.answer(caller.actor(), body, () -> Answer.ok(choices.choose(caller.actor(), body)));
    }
}
