package dev.trellis.students.web;

import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.students.OwnStudies;
import dev.trellis.students.OwnStudies.Commented;
import dev.trellis.students.OwnStudies.Look;
import dev.trellis.students.OwnStudies.Overview;
import dev.trellis.students.OwnStudies.OwnEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A student's own side. */
@Path("/me/studies")
@RunOnVirtualThread
@Tag(name = "My studies")
public class OwnStudiesApi {
    private final OwnStudies studies;
    private final Caller caller;
    private final Once once;

    OwnStudiesApi(OwnStudies studies, Caller caller, Once once) {
        this.studies = studies;
        this.caller = caller;
        this.once = once;
    }

    /** What I have to say about my level or my data in a course. */
    public record NewComment(
            @NotNull UUID courseId,
            @NotBlank @Size(max = 2000) String text) {}

    /** Whether a machine may give me a level. */
    public record Scoring(@NotNull Boolean automatedScoring) {}

    @GET
    @Operation(summary = "My courses, what is said of me there and why, who can see it, and the cases about me")
    public Overview overview() {
        return studies.overview(caller.actor());
    }

    @GET
    @Path("/events")
    @Operation(summary = "What my level is computed from, newest first")
    public Page<OwnEvent> events(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return studies.events(caller.actor(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/looks")
    @Operation(summary = "Who looked at my studies, newest first")
    public Page<Look> looks(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return studies.looks(caller.actor(), PageRequest.of(limit, cursor));
    }

    @POST
    @Path("/comments")
    @Operation(summary = "Say something about my level or my data; my trainers in the course read it")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Commented.class)))
    public Response comment(@NotNull @Valid NewComment body) {
        return once.answer(
                caller.actor(),
                body,
                () -> Answer.created(
                        "/me/studies",
                        studies.comment(
                                        caller.actor(),
                                        body.courseId(),
                                        body.text().strip())
                                .orElseThrow(() -> ProblemException.notFound("course of mine"))));
    }

    @PUT
    @Path("/scoring")
    @Operation(summary = "Opt out of automated scoring, or back in; without it only what trainers raise remains")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Scoring.class)))
    public Response choose(@NotNull @Valid Scoring body) {
        return once.answer(caller.actor(), body, () -> {
            studies.choose(caller.actor(), body.automatedScoring());
            return Answer.ok(body);
        });
    }
}
