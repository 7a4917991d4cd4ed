package dev.trellis.operations.web;

import dev.trellis.events.Deliveries;
import dev.trellis.events.DeliveryLog.Delivery;
import dev.trellis.events.DeliveryStatus;
import dev.trellis.operations.Logs;
import dev.trellis.operations.Repairs;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Scope;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.Option;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which reactions to events are done, due or parked; parked ones are given another chance, never edited. */
@Path(DeliveryPages.ADDRESS)
@ForBrowsers
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class DeliveryPages {
    static final String ADDRESS = "/app/operations/deliveries";

    private final Logs logs;
    private final Repairs repairs;
    private final Deliveries deliveries;
    private final Forms forms;
    private final Caller caller;

    DeliveryPages(Logs logs, Repairs repairs, Deliveries deliveries, Forms forms, Caller caller) {
        this.logs = logs;
        this.repairs = repairs;
        this.deliveries = deliveries;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "operations")
    static class Templates {
        static native TemplateInstance deliveries(Shown shown, Form filter);
    }

    /** A list of deliveries, and what it can be filtered by. */
    public record Shown(
            List<Delivery> items, List<Option> statuses, List<Option> handlers, String address, String next) {
        /** The handler all shown ones are of, when only parked ones of one are shown; they can be redriven together. */
        public String parkedOf() {
            return items.isEmpty() || !address.contains("status=parked") || !address.contains("handler=")
                    ? ""
                    : items.getFirst().handler();
        }
    }

    @GET
    public TemplateInstance page(
            @QueryParam("status") @Nullable String status,
            @QueryParam("handler") @Nullable String handler,
            @QueryParam("cursor") @Nullable String cursor) {
        var filter = new Filter(ADDRESS);
        filter.text("status", status);
        var wantedHandler = filter.text("handler", handler);
        var wanted = filter.form().choice("status", DeliveryStatus.class);
        var page = logs.deliveries(caller.as(Role.ADMIN), wanted, wantedHandler, PageRequest.of(null, cursor));
        var shown = new Shown(
                page.items(),
                List.of(
                        Option.of("pending", "Pending: due now or later"),
                        Option.of("parked", "Parked: failed too often"),
                        Option.of("done", "Done")),
                deliveries.handlers().stream()
                        .map(known -> Option.of(known.name(), known.name()))
                        .toList(),
                filter.address(),
                Objects.requireNonNullElse(page.nextCursor(), ""));
        return Templates.deliveries(shown, filter.form());
    }

    /** One delivery, when the form names an event; otherwise all parked ones of the handler. */
    @POST
    @Path("/redrive")
    public Response redrive(Form form) {
        var operator = caller.as(Role.ADMIN);
        return forms.press(operator, form, () -> {
            var count = repairs.redrive(operator, form.text("handler"), event(form))
                    .orElseThrow(() -> ProblemException.notFound("handler on this server"));
            return Next.to(ADDRESS + "?status=parked").saying(said(count));
        });
    }

    private static @Nullable UUID event(Form form) {
        try {
            var typed = form.optionalText("event_id");
            return typed == null ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("event");
        }
    }

    private static String said(long count) {
        if (count == 0) {
            return "Nothing is parked there any more; somebody may have been faster.";
        }
        return count == 1 ? "1 delivery is due again." : count + " deliveries are due again.";
    }
}
