package dev.trellis.messaging.web;

import dev.trellis.messaging.Notification;
import dev.trellis.messaging.Notifications;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the server has told a person. */
@Path("/notifications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Notifications")
public class NotificationsApi {
    private final Notifications notifications;
    private final Caller caller;
    private final Once once;

    NotificationsApi(Notifications notifications, Caller caller, Once once) {
        this.notifications = notifications;
        this.caller = caller;
        this.once = once;
    }

    /** How many are unread. */
    public record UnreadCount(long unread) {}

    /** How many were unread until now. */
    public record MarkedRead(long marked) {}

    @GET
    @Operation(summary = "Read the feed, newest first")
    public Page<Notification> feed(
            @QueryParam("unread_only") @DefaultValue("false") boolean unreadOnly,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return notifications.feed(caller.actor(), unreadOnly, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/unread-count")
    @Operation(summary = "Count the unread ones")
    public UnreadCount unreadCount() {
        return new UnreadCount(notifications.unread(caller.actor()));
    }

    @POST
    @Path("/{id}/read")
    @Operation(summary = "Mark one as read")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Notification.class)))
    public Response markRead(@PathParam("id") UUID id) {
        var actor = caller.actor();
        return once.answer(
                actor,
                null,
                () -> Answer.ok(notifications
                        .markRead(actor, id)
                        .orElseThrow(() -> ProblemException.notFound("notification"))));
    }

    @POST
    @Path("/read-all")
    @Operation(summary = "Mark all as read")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MarkedRead.class)))
    public Response markAllRead() {
        var actor = caller.actor();
        return once.answer(actor, null, () -> Answer.ok(new MarkedRead(notifications.markAllRead(actor))));
    }
}
