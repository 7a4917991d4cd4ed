package dev.trellis.operations.web;

import dev.trellis.events.AuditLog.AuditEntry;
import dev.trellis.events.EventLog;
import dev.trellis.events.EventLog.LoggedEvent;
import dev.trellis.operations.Logs;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The log of events and the audit log, across people. Whoever is shown is told, in their own audit log. */
@Path("/operations")
@Produces(MediaType.APPLICATION_JSON)
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Tag(name = "Operations")
public class EventsApi {
    private final Logs logs;
    private final Caller caller;

    EventsApi(Logs logs, Caller caller) {
        this.logs = logs;
        this.caller = caller;
    }

    @GET
    @Path("/events")
    @Operation(summary = "Browse everybody's events, newest first")
    public Page<LoggedEvent> events(
            @QueryParam("type") @Nullable String type,
            @QueryParam("user_id") @Nullable UUID userId,
            @QueryParam("subject_id") @Nullable UUID subjectId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var filter = new EventLog.Filter(type, userId, subjectId);
        return logs.events(caller.as(Role.ADMIN), filter, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/audit-log")
    @Operation(summary = "Browse what privileged people did or looked at, newest first")
    public Page<AuditEntry> auditLog(
            @QueryParam("person_id") @Nullable UUID personId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return logs.audit(caller.as(Role.ADMIN), personId, PageRequest.of(limit, cursor));
    }
}
