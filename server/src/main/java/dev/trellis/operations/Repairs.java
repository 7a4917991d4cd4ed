package dev.trellis.operations;

import dev.trellis.events.AuditLog;
import dev.trellis.events.Deliveries;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.jobs.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators set going again: deliveries, handlers, jobs. Each is written to the audit log. */
@ApplicationScoped
public class Repairs {
    private final Database database;
    private final Deliveries deliveries;
    private final Jobs jobs;
    private final AuditLog audit;

    Repairs(Database database, Deliveries deliveries, Jobs jobs, AuditLog audit) {
        this.database = database;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** How a request to run a job ended. */
    public sealed interface JobRequest {
        /** It runs as soon as a node is free. */
        record Requested() implements JobRequest {}

        /** It runs already, or jobs are switched off. */
        record NotNow() implements JobRequest {}

        /** This server has no such job. */
        record UnknownJob() implements JobRequest {}
    }

    private record Redriven(String handler, @Nullable UUID eventId, long redriven) {}

    private record Replayed(String handler, Instant since, long replayed) {}

    private record JobRequested(String job) {}

    /**
     * Makes parked deliveries of a handler due again, and says how many; nothing when this server has no such handler.
     *
     * @param eventId only that of this event
     */
    public OptionalLong redrive(Actor operator, String handler, @Nullable UUID eventId) {
        if (!deliveries.knows(handler)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(database.as(operator, tx -> {
            var count = deliveries.redrive(tx, handler, eventId);
            audit.record(tx, operator, "deliveries_redriven", null, new Redriven(handler, eventId, count));
            return count;
        }));
    }

    /**
     * Gives a handler every event since then that it was never given, and says how many; nothing when this server has no
     * such handler.
     */
    public OptionalLong replay(Actor operator, String handler, Instant since) {
        if (!deliveries.knows(handler)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(database.as(operator, tx -> {
            var count = deliveries.replay(tx, handler, since);
            audit.record(tx, operator, "handler_replayed", null, new Replayed(handler, since, count));
            return count;
        }));
    }

    /** Has a job run as soon as a node is free. It is written down first: the scheduler does not wait for the commit. */
    public JobRequest run(Actor operator, String job) {
        if (!jobs.knows(job)) {
            return new JobRequest.UnknownJob();
        }
        return database.as(operator, tx -> {
            audit.record(tx, operator, "job_requested", null, new JobRequested(job));
            return jobs.runSoon(job) ? new JobRequest.Requested() : new JobRequest.NotNow();
        });
    }
}
