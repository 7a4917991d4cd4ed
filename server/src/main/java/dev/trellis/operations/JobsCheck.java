package dev.trellis.operations;

import dev.trellis.platform.jobs.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the scheduler of jobs runs, on a node that is meant to run them. */
@Readiness
@ApplicationScoped
class JobsCheck implements HealthCheck {
    private final Jobs jobs;

    JobsCheck(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("jobs running")
                .withData("enabled", jobs.isEnabled())
                .status(!jobs.isEnabled() || jobs.isRunning())
                .build();
    }
}
