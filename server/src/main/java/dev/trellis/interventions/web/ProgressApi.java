package dev.trellis.interventions.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.trellis.interventions.CheckIns;
import dev.trellis.interventions.DailyProgress;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.safety.SafetyNotice;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/intervention-periods/{period_id}/progress")
@RunOnVirtualThread
@Tag(name = "Daily progress")
class ProgressApi {
    private final CheckIns checkIns;
    private final Caller caller;
    private final Once once;

    ProgressApi(CheckIns checkIns, Caller caller, Once once) {
        this.checkIns = checkIns;
        this.caller = caller;
        this.once = once;
    }

    /** Which habits were done (by id), how the day felt, and a note. */
    public record CheckInRequest(
            @Nullable @Size(max = 20) Map<UUID, @NotNull Boolean> habits,
            @Nullable @Min(1) @Max(5) Integer mood,
            @Nullable @Size(max = 2000) String note) {
        CheckIns.CheckIn checkIn() {
            return new CheckIns.CheckIn(Objects.requireNonNullElse(habits, Map.of()), mood, note);
        }
    }

    /** The day as it was written; with help when the note sounded like somebody who needs it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RecordedDay(
            @JsonUnwrapped DailyProgress progress, @Nullable SafetyNotice safety) {}

    /** All check-ins of a period. */
    public record RecordedDays(List<DailyProgress> items) {}

    @GET
    @Operation(summary = "All check-ins of a period, oldest first")
    public RecordedDays all(@PathParam("period_id") UUID periodId) {
        return checkIns.all(caller.actor(), periodId)
                .map(RecordedDays::new)
                .orElseThrow(() -> ProblemException.notFound("intervention period"));
    }

    @GET
    @Path("/{day}")
    @Operation(summary = "The check-in of one day")
    public DailyProgress one(@PathParam("period_id") UUID periodId, @PathParam("day") LocalDate day) {
        return checkIns.find(caller.actor(), periodId, day).orElseThrow(() -> ProblemException.notFound("check-in"));
    }

    @PUT
    @Path("/{day}")
    @Operation(summary = "Check in today, or yesterday")
    public Response record(
            @PathParam("period_id") UUID periodId,
            @PathParam("day") LocalDate day,
            @Valid @NotNull CheckInRequest request) {
        return once.answer(caller.actor(), request, () -> switch (checkIns.record(
                caller.actor(), periodId, day, request.checkIn())) {
            case CheckIns.Result.Recorded(var progress, var safety) -> Answer.ok(new RecordedDay(progress, safety));
            case CheckIns.Result.OutOfReach(var earliest, var latest) ->
                throw ProblemException.invalid("/path/day", "The day is between " + earliest + " and " + latest + ".");
            case CheckIns.Result.UnknownHabit(var habitId) ->
                throw ProblemException.invalid("/habits/" + habitId, "The period has no such habit.");
            case CheckIns.Result.WrongState(var period) -> throw PeriodsApi.wrongState(period, "checked in");
            case CheckIns.Result.UnknownPeriod() -> throw ProblemException.notFound("intervention period");
        });
    }
}
