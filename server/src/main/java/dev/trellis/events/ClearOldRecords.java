package dev.trellis.events;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.trellis.platform.Database;
import dev.trellis.platform.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Every night: deliveries done long ago and audit entries past their time. The events themselves stay. */
@ApplicationScoped
class ClearOldRecords implements Job {
    private static final int BATCH = 5000;

    private final Database database;
    private final InstantSource clock;
    private final Duration doneDeliveries;
    private final Duration auditLog;

    ClearOldRecords(
            Database database,
            InstantSource clock,
            @ConfigProperty(name = "trellis.retention.done-deliveries", defaultValue = "90d") Duration doneDeliveries,
            @ConfigProperty(name = "trellis.retention.audit-log", defaultValue = "365d") Duration auditLog) {
        this.database = database;
        this.clock = clock;
        this.doneDeliveries = doneDeliveries;
        this.auditLog = auditLog;
    }

    @Override
    public String name() {
        return "clear_old_records";
    }

    @Override
    public Schedule schedule() {
        return new Daily(ZoneOffset.UTC, LocalTime.of(3, 20));
    }

    @Override
    public void run(Progress progress) {
        var now = clock.instant();
        inBatches(progress, now.minus(doneDeliveries), this::clearDeliveries);
        inBatches(progress, now.minus(auditLog), this::clearAuditLog);
    }

    private static void inBatches(Progress progress, Instant before, ToIntFunction<OffsetDateTime> clear) {
        var cleared = BATCH;
        while (cleared == BATCH && !progress.shouldStop()) {
            cleared = clear.applyAsInt(before.atOffset(ZoneOffset.UTC));
            progress.add(cleared, 0);
        }
    }

    private int clearDeliveries(OffsetDateTime before) {
        return database.asJob(tx ->
                tx.createUpdate("""
                        delete from event_deliveries d
                         using (select user_id, event_id, handler
                                  from event_deliveries
                                 where status = 'done' and created_at < :before and updated_at < :before
                                 limit :batch) old
                         where d.user_id = old.user_id and d.event_id = old.event_id and d.handler = old.handler
                           and d.status = 'done'
                        """).bind("before", before).bind("batch", BATCH).execute());
    }

    private int clearAuditLog(OffsetDateTime before) {
        return database.asJob(tx ->
                tx.createUpdate("""
                        delete from audit_log
                         where id in (select id from audit_log where created_at < :before order by id limit :batch)
                        """).bind("before", before).bind("batch", BATCH).execute());
    }
}
