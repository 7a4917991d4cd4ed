package dev.trellis.programs.web;

import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.programs.CalendarFeed;
import dev.trellis.programs.CalendarFeeds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Addresses for the calendar programs I have already. */
@Path("/calendar-feeds")
@RunOnVirtualThread
@Tag(name = "Calendar")
public class CalendarFeedsApi {
    private final CalendarFeeds feeds;
    private final Caller caller;
    private final Once once;

    CalendarFeedsApi(CalendarFeeds feeds, Caller caller, Once once) {
        this.feeds = feeds;
        this.caller = caller;
        this.once = once;
    }

    /** A feed to be made; {@code meals} is true when absent. */
    public record NewFeed(
            @NotBlank @Size(max = 100) String name,
            @Nullable Boolean meals) {}

    @POST
    @Operation(summary = "Make a feed to subscribe to; its address is shown in this answer only")
    @APIResponseSchema(value = CalendarFeed.class, responseCode = "201")
    public Response create(@NotNull @Valid NewFeed body) {
        return once.answer(caller.actor(), body, () -> {
            var feed = feeds.create(caller.actor(), body.name().strip(), !Boolean.FALSE.equals(body.meals()));
            return Answer.createdWithSecret("/calendar-feeds/" + feed.id(), feed, feed.withoutSecret());
        });
    }

    @GET
    @Operation(summary = "My feeds without their addresses, newest first")
    public Page<CalendarFeed> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return feeds.list(caller.actor(), PageRequest.of(limit, cursor));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Take a feed back; its address opens nothing any more")
    public Response revoke(@PathParam("id") UUID id) {
        return once.answer(caller.actor(), null, () -> {
            if (!feeds.revoke(caller.actor(), id)) {
                throw ProblemException.notFound("feed");
            }
            return Answer.done();
        });
    }
}
