package dev.trellis.programs.web;

import dev.trellis.platform.web.Caller;
import dev.trellis.programs.CalendarReads;
import dev.trellis.programs.FullCalendar;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What my days hold, whole: the hottest read, for which no thread waits. */
@Path("/calendar")
@NonBlocking
@Tag(name = "Calendar")
public class FullCalendarApi {
    private static final int MOST_DAYS = 62;

    private final CalendarReads calendar;
    private final Caller caller;
    private final ExecutorService threads;

    FullCalendarApi(CalendarReads calendar, Caller caller, @VirtualThreads ExecutorService threads) {
        this.calendar = calendar;
        this.caller = caller;
        this.threads = threads;
    }

    @GET
    @Path("/full")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "My calendar with sessions, exercises, meals and items as they are now",
            description =
                    "Where an entry was changed, planned holds what the program had planned, and changes the ids of the"
                            + " changes, the latest last. Seven days from today on, unless from and to say otherwise; at most 62.")
    @APIResponseSchema(FullCalendar.class)
    public Uni<Buffer> full(@QueryParam("from") @Nullable LocalDate from, @QueryParam("to") @Nullable LocalDate to) {
        var actor = caller.actor();
        var days = Uni.createFrom().item(() -> CalendarDays.of(from, to, MOST_DAYS, () -> calendar.today(actor)));
        // What day it is where the person lives is asked by a thread that may wait.
        return (from == null && to == null ? days.runSubscriptionOn(threads) : days)
                .flatMap(these -> calendar.full(actor, these.from(), these.to()));
    }
}
