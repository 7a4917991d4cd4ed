package dev.trellis.programs.web;

import dev.trellis.platform.Actor;
import dev.trellis.platform.DayRange;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Caller;
import dev.trellis.programs.CalendarReads;
import dev.trellis.programs.FullCalendar;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What my days hold: sessions and meals as they are now, every change applied. */
@Path("/calendar")
@RunOnVirtualThread
@Tag(name = "Calendar")
public class CalendarApi {
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 366;
    private static final int MOST_FULL_DAYS = 62;

    private final CalendarReads calendar;
    private final Caller caller;

    CalendarApi(CalendarReads calendar, Caller caller) {
        this.calendar = calendar;
        this.caller = caller;
    }

    /** Lines of days, by day and time. */
    public record Lines(LocalDate from, LocalDate to, List<CalendarLine> events) {}

    private record Days(LocalDate from, LocalDate to) {}

    @GET
    @Operation(
            summary = "My calendar as lines, both days included",
            description = "Seven days from today on, unless from and to say otherwise; at most 366.")
    public Lines lines(@QueryParam("from") @Nullable LocalDate from, @QueryParam("to") @Nullable LocalDate to) {
        var days = days(caller.actor(), from, to, MOST_DAYS);
        return new Lines(
                days.from(),
                days.to(),
                calendar.lines(caller.actor(), days.from(), days.to()).stream()
                        .map(CalendarLine::of)
                        .toList());
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
    public byte[] full(@QueryParam("from") @Nullable LocalDate from, @QueryParam("to") @Nullable LocalDate to) {
        var days = days(caller.actor(), from, to, MOST_FULL_DAYS);
        return calendar.full(caller.actor(), days.from(), days.to());
    }

    private Days days(Actor actor, @Nullable LocalDate from, @Nullable LocalDate to, int most) {
        DayRange.of(from, to);
        LocalDate first;
        if (from != null) {
            first = from;
        } else {
            first = to != null ? to.minusDays(USUAL_DAYS - 1) : calendar.today(actor);
        }
        var last = to != null ? to : first.plusDays(USUAL_DAYS - 1);
        if (ChronoUnit.DAYS.between(first, last) >= most) {
            throw ProblemException.invalid("/query/to", "At most " + most + " days can be read at once.");
        }
        return new Days(first, last);
    }
}
