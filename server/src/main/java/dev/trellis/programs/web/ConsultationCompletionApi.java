package dev.trellis.programs.web;

import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.programs.Programs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
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

/** The end of a consultation, which is the beginning of a program. */
@Path("/consultation/{session_id}/complete")
@RunOnVirtualThread
@Tag(name = "Consultations")
public class ConsultationCompletionApi {
    private final Programs programs;
    private final Caller caller;
    private final Once once;

    ConsultationCompletionApi(Programs programs, Caller caller, Once once) {
        this.programs = programs;
        this.caller = caller;
        this.once = once;
    }

    @POST
    @Operation(
            summary = "Complete my consultation and make its program: both, or neither and the reason",
            description = "With dry_run nothing is completed and nothing is stored.")
    @APIResponse(
            responseCode = "201",
            description = "It is completed, and its program is stored and active",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BundleView.class)))
    @APIResponse(
            responseCode = "200",
            description = "How the program would be",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BundleView.class)))
    public Response complete(@PathParam("session_id") UUID sessionId, @Valid @Nullable GenerationRequest body) {
        var request = body == null ? GenerationRequest.USUAL : body;
        var actor = caller.actor();
        return once.answer(
                actor,
                request,
                () -> GenerationAnswers.of(
                        request.isDryRun()
                                ? programs.previewCompletion(actor, sessionId, request.command())
                                : programs.complete(actor, sessionId, request.command())));
    }
}
