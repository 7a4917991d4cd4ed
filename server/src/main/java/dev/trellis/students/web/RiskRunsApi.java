package dev.trellis.students.web;

import dev.trellis.platform.ProblemException;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import dev.trellis.students.RiskRuns;
import dev.trellis.students.RiskRuns.RequestedRun;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Evaluations of a course ahead of the night, for its leads. */
@Path("/risk-runs")
@Access(role = Role.TRAINER, scopes = Scope.TEACH)
@RunOnVirtualThread
@Tag(name = "Students")
public class RiskRunsApi {
    private final RiskRuns runs;
    private final Caller caller;
    private final Once once;

    RiskRunsApi(RiskRuns runs, Caller caller, Once once) {
        this.runs = runs;
        this.caller = caller;
        this.once = once;
    }

    /** The course to be evaluated. */
    public record NewRun(@NotNull UUID courseId) {}

    @POST
    @Operation(summary = "Have a course I lead evaluated as of today")
    @APIResponse(
            responseCode = "202",
            description = "It runs within seconds",
            content = @Content(schema = @Schema(implementation = RequestedRun.class)))
    public Response request(@NotNull @Valid NewRun body) {
        var lead = caller.as(Role.TRAINER);
        return once.answer(
                lead,
                body,
                () -> Answer.accepted(runs.request(lead, body.courseId())
                        .orElseThrow(() -> ProblemException.notFound("course of yours"))));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far an evaluation is")
    public RequestedRun find(@PathParam("id") UUID id) {
        return runs.find(caller.as(Role.TRAINER), id).orElseThrow(() -> ProblemException.notFound("run"));
    }
}
