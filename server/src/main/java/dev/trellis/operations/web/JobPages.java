package dev.trellis.operations.web;

import dev.trellis.operations.Repairs;
import dev.trellis.operations.Repairs.JobRequest.NotNow;
import dev.trellis.operations.Repairs.JobRequest.Requested;
import dev.trellis.operations.Repairs.JobRequest.UnknownJob;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.Role;
import dev.trellis.platform.jobs.JobRuns.JobRun;
import dev.trellis.platform.jobs.Jobs;
import dev.trellis.platform.jobs.Jobs.JobState;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Scope;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The recurring jobs: when they run next, how the last runs ended, and running one ahead of its time. */
@Path(JobPages.ADDRESS)
@ForBrowsers
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class JobPages {
    static final String ADDRESS = "/app/operations/jobs";

    private final Jobs jobs;
    private final Repairs repairs;
    private final Forms forms;
    private final Caller caller;
    private final InstantSource clock;

    JobPages(Jobs jobs, Repairs repairs, Forms forms, Caller caller, InstantSource clock) {
        this.jobs = jobs;
        this.repairs = repairs;
        this.forms = forms;
        this.caller = caller;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "operations")
    static class Templates {
        static native TemplateInstance jobs(List<Row> rows, boolean moving);

        static native TemplateInstance jobs$states(List<Row> rows, boolean moving);
    }

    /**
     * A job in the list.
     *
     * @param due whether it is to begin at any moment
     */
    public record Row(JobState state, boolean due) {
        static Row of(JobState state, Instant now) {
            var next = state.next();
            return new Row(state, !state.running() && next != null && !next.isAfter(now));
        }

        /** The latest runs, newest first. */
        public List<JobRun> runs() {
            return state.latestRuns();
        }
    }

    @GET
    public TemplateInstance page() {
        var rows = rows();
        return Templates.jobs(rows, moving(rows));
    }

    /** The part of the page that changes while jobs run; it asks for itself again as long as they do. */
    @GET
    @Path("/states")
    public TemplateInstance states() {
        var rows = rows();
        return Templates.jobs$states(rows, moving(rows));
    }

    @POST
    @Path("/{name}/run")
    public Response run(@PathParam("name") String name, Form form) {
        var operator = caller.as(Role.ADMIN);
        return forms.press(operator, form, () -> switch (repairs.run(operator, name)) {
            case Requested() -> Next.to(ADDRESS).saying(name + " runs as soon as a node is free.");
            case NotNow() -> Next.to(ADDRESS).saying(name + " is running now, or jobs are switched off.");
            case UnknownJob() -> throw ProblemException.notFound("job");
        });
    }

    private List<Row> rows() {
        var now = clock.instant();
        return jobs.states().stream().map(state -> Row.of(state, now)).toList();
    }

    private static boolean moving(List<Row> rows) {
        return rows.stream().anyMatch(row -> row.due() || row.state().running());
    }
}
