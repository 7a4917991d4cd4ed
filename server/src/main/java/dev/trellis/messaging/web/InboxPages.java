package dev.trellis.messaging.web;

import dev.trellis.messaging.Notifications;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Json;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server has told a person, newest first. */
@Path(InboxPages.ADDRESS)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class InboxPages {
    static final String ADDRESS = "/app/inbox";

    private final Notifications notifications;
    private final Json json;
    private final Forms forms;
    private final Caller caller;

    InboxPages(Notifications notifications, Json json, Forms forms, Caller caller) {
        this.notifications = notifications;
        this.json = json;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "messaging")
    static class Templates {
        static native TemplateInstance inbox(List<InboxItem> items, String query, String next);
    }

    @GET
    public TemplateInstance page(@QueryParam("cursor") @Nullable String cursor) {
        var page = notifications.feed(caller.actor(), false, PageRequest.of(null, cursor));
        var items = page.items().stream()
                .map(notification -> InboxItem.of(notification, json))
                .toList();
        return Templates.inbox(items, query(cursor), Objects.requireNonNullElse(page.nextCursor(), ""));
    }

    @POST
    @Path("/read")
    public Response readAll(Form form) {
        var actor = caller.actor();
        return forms.press(actor, form, () -> {
            notifications.markAllRead(actor);
            return Next.to(ADDRESS).saying("Everything is marked as read.");
        });
    }

    @POST
    @Path("/{id}/read")
    public Response read(@PathParam("id") UUID id, @QueryParam("cursor") @Nullable String cursor, Form form) {
        return forms.press(caller.actor(), form, () -> {
            marked(id);
            return Next.to(ADDRESS + query(cursor));
        });
    }

    /** Whoever goes where a notification leads has read it. */
    @POST
    @Path("/{id}/open")
    public Response open(@PathParam("id") UUID id, Form form) {
        return forms.press(caller.actor(), form, () -> {
            var link = marked(id).link();
            return Next.to(link.isEmpty() ? ADDRESS : link);
        });
    }

    private InboxItem marked(UUID id) {
        return notifications
                .markRead(caller.actor(), id)
                .map(notification -> InboxItem.of(notification, json))
                .orElseThrow(() -> ProblemException.notFound("notification"));
    }

    /** The page one is on: whoever marks something far down stays there. */
    private static String query(@Nullable String cursor) {
        return cursor == null ? "" : "?cursor=" + Cursor.decode(cursor).encode();
    }
}
