package dev.trellis.interventions.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.trellis.interventions.NewSubmission;
import dev.trellis.interventions.Submission;
import dev.trellis.interventions.Submissions;
import dev.trellis.interventions.Submissions.Revision.AlreadyDecided;
import dev.trellis.interventions.Submissions.Revision.NotTheirs;
import dev.trellis.interventions.Submissions.Revision.Revised;
import dev.trellis.interventions.Submissions.Submitted;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.safety.SafetyNotice;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Handing in an intervention of one's own. */
@Path("/interventions")
@RunOnVirtualThread
@Tag(name = "Interventions")
public class SubmissionsApi {
    private final Submissions submissions;
    private final Caller caller;
    private final Once once;

    SubmissionsApi(Submissions submissions, Caller caller, Once once) {
        this.submissions = submissions;
        this.caller = caller;
        this.once = once;
    }

    /** The submission, and {@code safety} when its words gave reason to worry. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SubmittedIntervention(
            @JsonUnwrapped Submission submission, @Nullable SafetyNotice safety) {
        static SubmittedIntervention of(Submitted submitted) {
            return new SubmittedIntervention(submitted.submission(), submitted.safety());
        }
    }

    @POST
    @Path("/submit")
    @Operation(summary = "Hand in an intervention of my own; a reviewer decides whether it comes into the catalogue")
    @APIResponse(
            responseCode = "201",
            description = "The submission, pending until somebody has reviewed it",
            content = @Content(schema = @Schema(implementation = SubmittedIntervention.class)))
    public Response submit(@NotNull @Valid NewSubmission body) {
        return once.answer(caller.actor(), body, () -> {
            var submitted = submissions.submit(caller.actor(), body);
            return Answer.created(
                    "/interventions/" + submitted.submission().interventionId(), SubmittedIntervention.of(submitted));
        });
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Change what I handed in, until it is decided; it is pending again")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SubmittedIntervention.class)))
    public Response revise(@PathParam("id") int id, @NotNull @Valid NewSubmission body) {
        return once.answer(caller.actor(), body, () -> switch (submissions.revise(caller.actor(), id, body)) {
            case Revised(var submitted) -> Answer.ok(SubmittedIntervention.of(submitted));
            case AlreadyDecided(var status) ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE, "It is " + status.wire() + " and can no longer be changed.");
            case NotTheirs() -> throw ProblemException.notFound("submission of yours");
        });
    }

    @GET
    @Path("/user/{user_id}")
    @Operation(summary = "Everything I handed in, newest first")
    public Page<Submission> list(
            @PathParam("user_id") UUID userId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (!userId.equals(caller.userId())) {
            throw ProblemException.notFound("person");
        }
        return submissions.list(caller.actor(), PageRequest.of(limit, cursor));
    }
}
