package dev.trellis.interventions.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.trellis.assessment.CyclePhase;
import dev.trellis.events.HandlerResult;
import dev.trellis.interventions.InterventionPeriod;
import dev.trellis.interventions.InterventionPeriods;
import dev.trellis.interventions.InterventionPeriods.Change;
import dev.trellis.interventions.InterventionPeriods.Completion;
import dev.trellis.interventions.Outcome;
import dev.trellis.interventions.PeriodStart;
import dev.trellis.interventions.PeriodStarts;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.safety.SafetyNotice;
import dev.trellis.tracking.Habit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/intervention-periods")
@RunOnVirtualThread
@Tag(name = "Intervention periods")
class PeriodsApi {
    private static final String PERIOD = "intervention period";

    private final InterventionPeriods periods;
    private final PeriodStarts starts;
    private final Caller caller;
    private final Once once;

    PeriodsApi(InterventionPeriods periods, PeriodStarts starts, Caller caller, Once once) {
        this.periods = periods;
        this.starts = starts;
        this.caller = caller;
        this.once = once;
    }

    /** What to start: {@code intervention_id}, or the name of an intervention of the catalogue or of one's own. */
    public record StartRequest(
            @Nullable UUID intakeId,
            @Nullable Integer interventionId,
            @Nullable @Size(min = 1, max = 200) String interventionName,
            @Nullable @Size(min = 1, max = 10) List<@NotBlank @Size(max = 200) String> selectedHabits,
            @Nullable @Min(7) @Max(84) Integer plannedDurationDays,
            @Nullable CyclePhase cyclePhase,
            @Nullable Outcome outcome,
            @Nullable @Size(max = 60) Map<@Size(max = 60) String, @NotNull Boolean> answers) {
        PeriodStart.Command command() {
            return new PeriodStart.Command(
                    intakeId,
                    interventionId,
                    interventionName,
                    selectedHabits == null
                            ? null
                            : selectedHabits.stream().distinct().toList(),
                    plannedDurationDays,
                    cyclePhase,
                    Objects.requireNonNullElse(outcome, Outcome.MOOD),
                    Objects.requireNonNullElse(answers, Map.of()));
        }
    }

    /** A period that has begun, its habits, and what to read before the first day. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StartedPeriod(
            InterventionPeriod period,
            List<Habit> habits,
            List<String> cautions,
            @Nullable SafetyNotice safety) {}

    /** A period as it is now; with help when the last words sounded like somebody who needs it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChangedPeriod(
            @JsonUnwrapped InterventionPeriod period,
            @Nullable SafetyNotice safety) {}

    /** The period that goes on, the newest one when there are several; null when nothing does. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ActivePeriod(@Nullable InterventionPeriod period, List<InterventionPeriod> others) {}

    /** Optional last words. */
    public record Notes(@Nullable @Size(max = 4000) String notes) {}

    /** What completing did, by handler; with help when the last words sounded like somebody who needs it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CompletionAnswer(
            boolean success,
            String message,
            UUID periodId,
            List<HandlerResult> eventResults,
            @Nullable SafetyNotice safety) {}

    @POST
    @Path("/start")
    @Operation(summary = "Start an intervention today, in my own time zone")
    public Response start(@Valid @NotNull StartRequest request) {
        return once.answer(caller.actor(), request, () -> switch (starts.start(caller.actor(), request.command())) {
            case PeriodStart.Started(var period, var habits, var cautions, var safety) ->
                Answer.created(
                        "/intervention-periods/" + period.id(), new StartedPeriod(period, habits, cautions, safety));
            case PeriodStart.Result refusal -> throw StartRefusals.problem(refusal);
        });
    }

    @GET
    @Path("/active")
    @Operation(summary = "The period that goes on now")
    public ActivePeriod active() {
        var open = periods.open(caller.actor());
        return open.isEmpty()
                ? new ActivePeriod(null, List.of())
                : new ActivePeriod(open.getFirst(), open.subList(1, open.size()));
    }

    @GET
    @Path("/history")
    @Operation(summary = "All my periods, newest first")
    public Page<InterventionPeriod> history(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return periods.history(caller.actor(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{period_id}")
    @Operation(summary = "One of my periods")
    public InterventionPeriod one(@PathParam("period_id") UUID periodId) {
        return periods.find(caller.actor(), periodId).orElseThrow(() -> ProblemException.notFound(PERIOD));
    }

    @PUT
    @Path("/{period_id}/complete")
    @Operation(summary = "Complete a period: habits, summary and notification follow at once")
    public Response complete(@PathParam("period_id") UUID periodId, @Nullable @Valid Notes notes) {
        return once.answer(caller.actor(), notes, () -> switch (periods.complete(
                caller.actor(), periodId, text(notes))) {
            case Completion.Completed(var period, var results, var safety) ->
                Answer.ok(new CompletionAnswer(true, "Intervention period completed", period.id(), results, safety));
            case Completion.AlreadyCompleted(var period) ->
                throw new ProblemException(
                        ProblemType.ALREADY_COMPLETED,
                        "Period " + period.id() + " was completed before; nothing was done a second time.");
            case Completion.WrongState(var period) -> throw wrongState(period, "completed");
            case Completion.Unknown() -> throw ProblemException.notFound(PERIOD);
        });
    }

    @POST
    @Path("/{period_id}/pause")
    @Operation(summary = "Let a period rest; paused days do not count and the end moves")
    public Response pause(@PathParam("period_id") UUID periodId) {
        return change("paused", null, () -> periods.pause(caller.actor(), periodId));
    }

    @POST
    @Path("/{period_id}/resume")
    @Operation(summary = "Go on with a paused period")
    public Response resume(@PathParam("period_id") UUID periodId) {
        return change("resumed", null, () -> periods.resume(caller.actor(), periodId));
    }

    @POST
    @Path("/{period_id}/abandon")
    @Operation(summary = "Stop a period before its end")
    public Response abandon(@PathParam("period_id") UUID periodId, @Nullable @Valid Notes notes) {
        return change("abandoned", notes, () -> periods.abandon(caller.actor(), periodId, text(notes)));
    }

    private Response change(String what, @Nullable Object body, Supplier<Change> work) {
        return once.answer(caller.actor(), body, () -> switch (work.get()) {
            case Change.Made(var period, var safety) -> Answer.ok(new ChangedPeriod(period, safety));
            case Change.WrongState(var period) -> throw wrongState(period, what);
            case Change.NothingLeft(var period) ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE,
                        "The last day, " + period.lastDay() + ", is reached; there is nothing left to pause.");
            case Change.Unknown() -> throw ProblemException.notFound(PERIOD);
        });
    }

    static ProblemException wrongState(InterventionPeriod period, String what) {
        return new ProblemException(
                ProblemType.WRONG_STATE, "The period is " + period.status().wire() + " and cannot be " + what + ".");
    }

    private static @Nullable String text(@Nullable Notes notes) {
        return notes == null ? null : notes.notes();
    }
}
