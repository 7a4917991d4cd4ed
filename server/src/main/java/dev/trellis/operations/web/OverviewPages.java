package dev.trellis.operations.web;

import dev.trellis.events.Deliveries;
import dev.trellis.operations.Logs;
import dev.trellis.operations.web.HandlerOverview.HandlerState;
import dev.trellis.platform.Role;
import dev.trellis.platform.jobs.Jobs;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Scope;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** How the server is, at a glance: what waits, what was given up, which jobs failed. */
@Path("/app/operations")
@ForBrowsers
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class OverviewPages {
    private final Logs logs;
    private final Deliveries deliveries;
    private final Jobs jobs;
    private final Caller caller;

    OverviewPages(Logs logs, Deliveries deliveries, Jobs jobs, Caller caller) {
        this.logs = logs;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "operations")
    static class Templates {
        static native TemplateInstance overview(Glance glance);
    }

    /**
     * The figures of the page.
     *
     * @param parkedAt handlers with deliveries that were given up
     * @param failedJobs jobs whose last run failed
     * @param jobsRun whether this node looks for jobs that are due
     */
    public record Glance(
            long pending,
            long parked,
            List<HandlerState> parkedAt,
            int jobs,
            List<String> failedJobs,
            boolean jobsRun) {}

    @GET
    public TemplateInstance page() {
        var backlog = logs.backlog(caller.as(Role.ADMIN));
        var handlers = HandlerOverview.of(deliveries.handlers(), backlog).items();
        var states = jobs.states();
        return Templates.overview(new Glance(
                handlers.stream().mapToLong(HandlerState::pending).sum(),
                handlers.stream().mapToLong(HandlerState::parked).sum(),
                handlers.stream().filter(handler -> handler.parked() > 0).toList(),
                states.size(),
                states.stream()
                        .filter(state -> !state.latestRuns().isEmpty()
                                && state.latestRuns().getFirst().error() != null)
                        .map(Jobs.JobState::name)
                        .toList(),
                jobs.isRunning()));
    }
}
