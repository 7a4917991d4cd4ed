package dev.trellis.programs.web;

import dev.trellis.platform.web.Caller;
import dev.trellis.programs.CalendarReads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What my days hold: sessions and meals as they are now, every change applied. */
@Path("/calendar")
@RunOnVirtualThread
@Tag(name = "Calendar")
public class CalendarApi {
    private static final int MOST_DAYS = 366;

    private final CalendarReads calendar;
    private final Caller caller;

    CalendarApi(CalendarReads calendar, Caller caller) {
        this.calendar = calendar;
        this.caller = caller;
    }

    /** Lines of days, by day and time. */
    public record Lines(LocalDate from, LocalDate to, List<CalendarLine> events) {}

    @GET
    @Operation(
            summary = "My calendar as lines, both days included",
            description = "Seven days from today on, unless from and to say otherwise; at most 366.")
    public Lines lines(@QueryParam("from") @Nullable LocalDate from, @QueryParam("to") @Nullable LocalDate to) {
        var days = CalendarDays.of(from, to, MOST_DAYS, () -> calendar.today(caller.actor()));
        return new Lines(
                days.from(),
                days.to(),
                calendar.lines(caller.actor(), days.from(), days.to()).stream()
                        .map(CalendarLine::of)
                        .toList());
    }
}
