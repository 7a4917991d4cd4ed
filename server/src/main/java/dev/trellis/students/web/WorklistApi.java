package dev.trellis.students.web;

import dev.trellis.platform.PageRequest;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import dev.trellis.students.Worklist;
import dev.trellis.students.Worklist.Load;
import dev.trellis.students.Worklist.View;
import dev.trellis.students.web.BulkSteps.BulkStep;
import dev.trellis.students.web.BulkSteps.StepResult;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A trainer's queue, and a lead's view of their trainers. */
@Path("/worklist")
@Access(role = Role.TRAINER, scopes = Scope.TEACH)
@RunOnVirtualThread
@Tag(name = "Student cases")
public class WorklistApi {
    private final Worklist worklist;
    private final BulkSteps steps;
    private final Caller caller;
    private final Once once;

    WorklistApi(Worklist worklist, BulkSteps steps, Caller caller, Once once) {
        this.worklist = worklist;
        this.steps = steps;
        this.caller = caller;
        this.once = once;
    }

    /** How the step went in each case, in the order asked. */
    public record StepResults(List<StepResult> items) {}

    /** What each trainer of the courses one leads has to do. */
    public record Loads(List<Load> items) {}

    @GET
    @Operation(summary = "What I have to do, what is due first; and whose level fell lately. Written to the audit logs")
    public View list(@QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return worklist.of(caller.as(Role.TRAINER), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/trainers")
    @Operation(summary = "What the trainers of the courses I lead have to do; no student is named")
    public Loads load() {
        return new Loads(worklist.load(caller.as(Role.TRAINER)));
    }

    @POST
    @Path("/bulk")
    @Operation(summary = "Take one step in up to 100 cases; each says whether it was taken")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StepResults.class)))
    public Response bulk(@NotNull @Valid BulkStep body) {
        var trainer = caller.as(Role.TRAINER);
        return once.answer(trainer, body, () -> Answer.ok(new StepResults(steps.take(trainer, body))));
    }
}
