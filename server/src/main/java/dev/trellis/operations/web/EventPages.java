package dev.trellis.operations.web;

import dev.trellis.events.EventLog;
import dev.trellis.events.EventLog.LoggedEvent;
import dev.trellis.operations.Logs;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Scope;
import dev.trellis.platform.web.pages.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everybody's events, by type, person and subject. Whoever is shown is told, in their own audit log. */
@Path("/app/operations/events")
@ForBrowsers
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class EventPages {
    private final Logs logs;
    private final Caller caller;

    EventPages(Logs logs, Caller caller) {
        this.logs = logs;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "operations")
    static class Templates {
        static native TemplateInstance events(List<LoggedEvent> events, Form filter, String address, String next);
    }

    @GET
    public TemplateInstance page(
            @QueryParam("type") @Nullable String type,
            @QueryParam("user_id") @Nullable String userId,
            @QueryParam("subject_id") @Nullable String subjectId,
            @QueryParam("cursor") @Nullable String cursor) {
        var filter = new Filter("/app/operations/events");
        var wanted = new EventLog.Filter(
                filter.text("type", type), filter.id("user_id", userId), filter.id("subject_id", subjectId));
        if (filter.form().isRefused()) {
            return Templates.events(List.of(), filter.form(), filter.address(), "");
        }
        var page = logs.events(caller.as(Role.ADMIN), wanted, PageRequest.of(null, cursor));
        return Templates.events(
                page.items(), filter.form(), filter.address(), Objects.requireNonNullElse(page.nextCursor(), ""));
    }
}
