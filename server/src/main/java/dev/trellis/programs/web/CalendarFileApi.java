package dev.trellis.programs.web;

import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Access;
import dev.trellis.programs.CalendarFeeds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The feed that calendar programs subscribe to; they bring a secret in place of a log-in. */
@Path("/calendar.ics")
@Access(open = true)
@RunOnVirtualThread
@Tag(name = "Calendar")
public class CalendarFileApi {
    private final CalendarFeeds feeds;

    CalendarFileApi(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @GET
    @Produces("text/calendar;charset=UTF-8")
    @Operation(
            summary = "A calendar as an iCalendar file",
            description = "From thirty days ago to four months ahead. The token comes from POST /calendar-feeds.")
    public String file(@QueryParam("token") @Parameter(required = true) @Nullable String token) {
        return feeds.read(token == null ? "" : token).orElseThrow(() -> ProblemException.notFound("calendar feed"));
    }
}
