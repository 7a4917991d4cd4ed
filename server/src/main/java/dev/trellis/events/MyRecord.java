package dev.trellis.events;

import dev.trellis.events.AuditLog.AuditEntry;
import dev.trellis.events.EventLog.LoggedEvent;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** What a person may know of their own record: everything that happened, and every privileged look at it. */
@ApplicationScoped
public class MyRecord {
    private final Database database;
    private final EventLog events;
    private final AuditLog audit;

    MyRecord(Database database, EventLog events, AuditLog audit) {
        this.database = database;
        this.events = events;
        this.audit = audit;
    }

    /** What happened, newest first. */
    public Page<LoggedEvent> events(Actor actor, PageRequest page) {
        return database.as(actor, tx -> events.list(tx, EventLog.Filter.of(actor.userId()), page));
    }

    /** Who looked, newest first. */
    public Page<AuditEntry> looks(Actor actor, PageRequest page) {
        return database.as(actor, tx -> audit.list(tx, actor.userId(), page));
    }
}
