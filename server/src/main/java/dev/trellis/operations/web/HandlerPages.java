package dev.trellis.operations.web;

import dev.trellis.events.Deliveries;
import dev.trellis.operations.Logs;
import dev.trellis.operations.Repairs;
import dev.trellis.operations.web.HandlerOverview.HandlerState;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Scope;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who reacts to which events, what waits for them, and replaying the log to a handler that came later. */
@Path(HandlerPages.ADDRESS)
@ForBrowsers
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class HandlerPages {
    static final String ADDRESS = "/app/operations/handlers";

    private final Logs logs;
    private final Deliveries deliveries;
    private final Repairs repairs;
    private final Forms forms;
    private final Caller caller;

    HandlerPages(Logs logs, Deliveries deliveries, Repairs repairs, Forms forms, Caller caller) {
        this.logs = logs;
        this.deliveries = deliveries;
        this.repairs = repairs;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "operations")
    static class Templates {
        static native TemplateInstance handlers(List<HandlerState> handlers);

        static native TemplateInstance replay(Form form, String handler);
    }

    /** From which day on the handler is to catch up. */
    public record Replay(
            @NotNull(message = "Choose the day to begin with.") @Nullable
            LocalDate since) {
        /** The first moment of it, by the calendar of the log. */
        Instant begin() {
            return (since == null ? LocalDate.EPOCH : since)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        }
    }

    @GET
    public TemplateInstance page() {
        var backlog = logs.backlog(caller.as(Role.ADMIN));
        return Templates.handlers(
                HandlerOverview.of(deliveries.handlers(), backlog).items());
    }

    @GET
    @Path("/replay")
    public TemplateInstance replay(@QueryParam("handler") @Nullable String handler) {
        return Templates.replay(Form.empty(), known(handler));
    }

    @POST
    @Path("/replay")
    public Response replay(Form form) {
        var operator = caller.as(Role.ADMIN);
        var handler = known(form.text("handler"));
        var since = new Replay(form.day("since"));
        return forms.handleOnce(
                operator,
                form,
                since,
                () -> {
                    var count = repairs.replay(operator, handler, since.begin())
                            .orElseThrow(() -> ProblemException.notFound("handler"));
                    return Next.to(ADDRESS).saying(said(handler, count));
                },
                again -> Templates.replay(again, handler));
    }

    private String known(@Nullable String name) {
        if (name == null || !deliveries.knows(name)) {
            throw ProblemException.notFound("handler");
        }
        return name;
    }

    private static String said(String handler, long count) {
        if (count == 0) {
            return handler + " has been given every event since then already.";
        }
        return handler + " will be given " + count + (count == 1 ? " event" : " events") + " it never was given.";
    }
}
