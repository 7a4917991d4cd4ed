package dev.trellis.operations;

import dev.trellis.events.AuditLog;
import dev.trellis.events.AuditLog.AuditEntry;
import dev.trellis.events.DeliveryLog;
import dev.trellis.events.DeliveryLog.Backlog;
import dev.trellis.events.DeliveryLog.Delivery;
import dev.trellis.events.DeliveryStatus;
import dev.trellis.events.EventLog;
import dev.trellis.events.EventLog.LoggedEvent;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators read across people. Whoever is shown is told, in their own audit log. */
@ApplicationScoped
public class Logs {
    private final Database database;
    private final EventLog events;
    private final DeliveryLog deliveries;
    private final AuditLog audit;

    Logs(Database database, EventLog events, DeliveryLog deliveries, AuditLog audit) {
        this.database = database;
        this.events = events;
        this.deliveries = deliveries;
        this.audit = audit;
    }

    /** What a reader of the deliveries asked for. */
    private record DeliveriesRead(
            @Nullable DeliveryStatus status, @Nullable String handler) {}

    /** What a reader of the audit log asked for. */
    private record AuditRead(@Nullable UUID personId) {}

    /** Everybody's events, newest first. */
    public Page<LoggedEvent> events(Actor operator, EventLog.Filter filter, PageRequest page) {
        return database.as(operator, tx -> {
            var found = events.list(tx, filter, page);
            var shown = found.items().stream().map(LoggedEvent::userId).toList();
            audit.recordEach(tx, operator, "events_read", shown, filter);
            return found;
        });
    }

    /** Everybody's deliveries, those of the newest events first. */
    public Page<Delivery> deliveries(
            Actor operator, @Nullable DeliveryStatus status, @Nullable String handler, PageRequest page) {
        return database.as(operator, tx -> {
            var found = deliveries.list(tx, status, handler, page);
            var shown = found.items().stream().map(Delivery::userId).toList();
            audit.recordEach(tx, operator, "deliveries_read", shown, new DeliveriesRead(status, handler));
            return found;
        });
    }

    /** What is not done, by handler; nobody's data is in it. */
    public List<Backlog> backlog(Actor operator) {
        return database.as(operator, deliveries::backlog);
    }

    /** What privileged people did or looked at, newest first. */
    public Page<AuditEntry> audit(Actor operator, @Nullable UUID personId, PageRequest page) {
        return database.as(operator, tx -> {
            var found = audit.list(tx, personId, page);
            audit.record(tx, operator, "audit_log_read", null, new AuditRead(personId));
            return found;
        });
    }
}
