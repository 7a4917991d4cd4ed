package dev.trellis.operations.web;

import dev.trellis.events.AuditLog.AuditEntry;
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

/** What privileged people did or looked at; reading it is written down too. */
@Path("/app/operations/audit")
@ForBrowsers
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class AuditPages {
    private final Logs logs;
    private final Caller caller;

    AuditPages(Logs logs, Caller caller) {
        this.logs = logs;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "operations")
    static class Templates {
        static native TemplateInstance audit(List<AuditEntry> entries, Form filter, String address, String next);
    }

    @GET
    public TemplateInstance page(
            @QueryParam("person_id") @Nullable String personId, @QueryParam("cursor") @Nullable String cursor) {
        var filter = new Filter("/app/operations/audit");
        var person = filter.id("person_id", personId);
        if (filter.form().isRefused()) {
            return Templates.audit(List.of(), filter.form(), filter.address(), "");
        }
        var page = logs.audit(caller.as(Role.ADMIN), person, PageRequest.of(null, cursor));
        return Templates.audit(
                page.items(), filter.form(), filter.address(), Objects.requireNonNullElse(page.nextCursor(), ""));
    }
}
