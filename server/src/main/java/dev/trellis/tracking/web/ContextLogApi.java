package dev.trellis.tracking.web;

import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.tracking.ContextDay;
import dev.trellis.tracking.ContextLog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/context-log")
@RunOnVirtualThread
@Tag(name = "Context log")
class ContextLogApi {
    private static final int LONGEST_RANGE = 366;

    private final ContextLog log;
    private final Caller caller;
    private final Once once;

    ContextLogApi(ContextLog log, Caller caller, Once once) {
        this.log = log;
        this.caller = caller;
        this.once = once;
    }

    /** The days that have been written. */
    public record LoggedDays(List<ContextLog.LoggedDay> items) {}

    @GET
    @Operation(summary = "How my days were, oldest first, both ends included")
    public LoggedDays between(@QueryParam("from") @NotNull LocalDate from, @QueryParam("to") @NotNull LocalDate to) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > LONGEST_RANGE) {
            throw ProblemException.invalid("/query/to", "to is between from and a year later.");
        }
        return new LoggedDays(log.between(caller.actor(), from, to));
    }

    @GET
    @Path("/{day}")
    @Operation(summary = "How one of my days was")
    public ContextLog.LoggedDay day(@PathParam("day") LocalDate day) {
        return log.day(caller.actor(), day).orElseThrow(() -> ProblemException.notFound("logged day"));
    }

    @PUT
    @Path("/{day}")
    @Operation(summary = "Write how a day was: today or one of the last 31")
    public Response write(@PathParam("day") LocalDate day, @Valid @NotNull ContextDay context) {
        return once.answer(caller.actor(), context, () -> switch (log.write(caller.actor(), day, context)) {
            case ContextLog.Logged.Written(var logged) -> Answer.ok(logged);
            case ContextLog.Logged.OutOfReach(var earliest, var latest) ->
                throw ProblemException.invalid("/path/day", "The day is between " + earliest + " and " + latest + ".");
        });
    }
}
