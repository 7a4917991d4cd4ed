package dev.trellis.operations.web;

import dev.trellis.operations.Repairs;
import dev.trellis.operations.Repairs.JobRequest.NotNow;
import dev.trellis.operations.Repairs.JobRequest.Requested;
import dev.trellis.operations.Repairs.JobRequest.UnknownJob;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.Role;
import dev.trellis.platform.jobs.Jobs;
import dev.trellis.platform.jobs.Jobs.JobState;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The recurring jobs: when they run next, how the last runs ended, and running one ahead of its time. */
@Path("/operations/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Tag(name = "Operations")
public class JobsApi {
    private final Jobs jobs;
    private final Repairs repairs;
    private final Caller caller;
    private final Once once;

    JobsApi(Jobs jobs, Repairs repairs, Caller caller, Once once) {
        this.jobs = jobs;
        this.repairs = repairs;
        this.caller = caller;
        this.once = once;
    }

    /** Every job. */
    public record JobList(List<JobState> items) {}

    /** The job that will run as soon as a node is free. */
    public record JobRequested(String job) {}

    @GET
    @Operation(summary = "List the jobs, when they run next and how the last runs ended")
    public JobList list() {
        return new JobList(jobs.states());
    }

    @POST
    @Path("/{name}/run")
    @Operation(summary = "Run a job as soon as a node is free")
    @APIResponse(
            responseCode = "202",
            description = "It runs as soon as a node is free",
            content = @Content(schema = @Schema(implementation = JobRequested.class)))
    public Response run(@PathParam("name") String name) {
        var operator = caller.as(Role.ADMIN);
        return once.answer(operator, null, () -> switch (repairs.run(operator, name)) {
            case Requested() -> Answer.accepted(new JobRequested(name));
            case NotNow() ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE, "The job is running now, or jobs are switched off.");
            case UnknownJob() -> throw ProblemException.notFound("job");
        });
    }
}
