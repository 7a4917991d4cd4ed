package dev.trellis.events.web;

import dev.trellis.events.AuditLog.AuditEntry;
import dev.trellis.events.EventLog.LoggedEvent;
import dev.trellis.events.MyRecord;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.web.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a person may know of their own record: everything that happened, and every privileged look at it. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "My record")
public class MyRecordApi {
    private final MyRecord record;
    private final Caller caller;

    MyRecordApi(MyRecord record, Caller caller) {
        this.record = record;
        this.caller = caller;
    }

    @GET
    @Path("/events")
    @Operation(summary = "Read what happened, newest first")
    public Page<LoggedEvent> events(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return record.events(caller.actor(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/audit-log")
    @Operation(summary = "Read who looked at my data, newest first")
    public Page<AuditEntry> auditLog(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return record.looks(caller.actor(), PageRequest.of(limit, cursor));
    }
}
