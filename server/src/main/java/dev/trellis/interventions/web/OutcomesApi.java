package dev.trellis.interventions.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.trellis.interventions.CompletionSummary;
import dev.trellis.interventions.Feedback;
import dev.trellis.interventions.PeriodOutcomes;
import dev.trellis.interventions.PeriodOutcomes.FeedbackResult;
import dev.trellis.interventions.PeriodOutcomes.SummaryResult;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.safety.SafetyNotice;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Summaries of periods, and whether they helped. At the same root as the periods: a longer one that fits as well would be
 * tried first for every request about a period, and the framework builds its routes anew to go on with the next.
 */
@Path("/intervention-periods")
@RunOnVirtualThread
@Tag(name = "Summaries and feedback")
class OutcomesApi {
    private final PeriodOutcomes outcomes;
    private final Caller caller;
    private final Once once;

    OutcomesApi(PeriodOutcomes outcomes, Caller caller, Once once) {
        this.outcomes = outcomes;
        this.caller = caller;
        this.once = once;
    }

    /** "Did it help?" */
    public record FeedbackRequest(
            @NotNull Feedback.Answer answer,
            @Nullable @Size(max = 2000) String comment) {}

    /** The feedback as it is kept; with help when the comment sounded like somebody who needs it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KeptFeedback(
            @JsonUnwrapped Feedback feedback, @Nullable SafetyNotice safety) {}

    @GET
    @Path("/{period_id}/summary")
    @Operation(summary = "What happened in a completed period, and how sure that is")
    public CompletionSummary summary(@PathParam("period_id") UUID periodId) {
        return switch (outcomes.summary(caller.actor(), periodId)) {
            case SummaryResult.Found(var summary) -> summary;
            case SummaryResult.BeingWritten() ->
                throw new ProblemException(
                        ProblemType.NOT_FOUND, "The summary is still being written; look again in a minute.");
            case SummaryResult.NotCompleted(var period) ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE,
                        "The period is " + period.status().wire() + "; a summary is made when it is completed.");
            case SummaryResult.UnknownPeriod() -> throw ProblemException.notFound("intervention period");
        };
    }

    @POST
    @Path("/{period_id}/feedback")
    @Operation(summary = "Say whether it helped; the next recommendations learn from it")
    public Response feedback(@PathParam("period_id") UUID periodId, @Valid @NotNull FeedbackRequest request) {
        var feedback = new Feedback(request.answer(), Objects.requireNonNullElse(request.comment(), ""));
        return once.answer(caller.actor(), request, () -> switch (outcomes.feedback(
                caller.actor(), periodId, feedback)) {
            case FeedbackResult.Kept(var kept, var safety) -> Answer.ok(new KeptFeedback(kept, safety));
            case FeedbackResult.AlreadyGiven() ->
                throw new ProblemException(
                        ProblemType.ALREADY_EXISTS, "You have said before whether this period helped.");
            case FeedbackResult.NotOver(var period) ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE,
                        "The period is " + period.status().wire() + "; say it when it is over.");
            case FeedbackResult.UnknownPeriod() -> throw ProblemException.notFound("intervention period");
        });
    }
}
