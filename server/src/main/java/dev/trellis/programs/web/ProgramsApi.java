package dev.trellis.programs.web;

import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.programs.ProgramSummary;
import dev.trellis.programs.Programs;
import dev.trellis.programs.TargetsInForce;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** My training and meal programs. */
@Path("/programs")
@RunOnVirtualThread
@Tag(name = "Programs")
public class ProgramsApi {
    private final Programs programs;
    private final TargetsInForce targets;
    private final Caller caller;
    private final Once once;

    ProgramsApi(Programs programs, TargetsInForce targets, Caller caller, Once once) {
        this.programs = programs;
        this.targets = targets;
        this.caller = caller;
        this.once = once;
    }

    @POST
    @Path("/generate")
    @Operation(
            summary =
                    "Make a program of my latest consultation, in place of the active one; or only show it, with dry_run")
    @APIResponse(
            responseCode = "201",
            description = "It is stored, and active",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BundleView.class)))
    @APIResponse(
            responseCode = "200",
            description = "How it would be",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BundleView.class)))
    public Response generate(@Valid @Nullable GenerationRequest body) {
        var request = body == null ? GenerationRequest.USUAL : body;
        var actor = caller.actor();
        return once.answer(
                actor,
                request,
                () -> GenerationAnswers.of(
                        request.isDryRun()
                                ? programs.preview(actor, request.command())
                                : programs.generate(actor, request.command())));
    }

    @GET
    @Operation(summary = "My programs, newest first")
    public Page<ProgramSummary> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return programs.list(caller.actor(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/current")
    @Operation(summary = "My active program, and where I stand in it: week, day, and what is next")
    public CurrentProgram current() {
        var actor = caller.actor();
        return programs.standing(actor)
                .map(standing -> CurrentProgram.of(standing, targets.on(actor, standing.date())))
                .orElseThrow(() -> ProblemException.notFound("active program"));
    }

    @POST
    @Path("/current/stop")
    @Operation(summary = "End my active program today; what lies ahead leaves my calendar")
    @APIResponseSchema(ProgramSummary.class)
    public Response stop() {
        return once.answer(
                caller.actor(),
                null,
                () -> Answer.ok(programs.stop(caller.actor())
                        .orElseThrow(() -> new ProblemException(
                                ProblemType.WRONG_STATE, "No program is active, so there is none to stop."))));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of my programs: what it was made from, its weeks, volume per muscle, energy and notes")
    public ProgramView find(@PathParam("id") UUID id) {
        return programs.find(caller.actor(), id)
                .map(ProgramView::of)
                .orElseThrow(() -> ProblemException.notFound("program"));
    }
}
