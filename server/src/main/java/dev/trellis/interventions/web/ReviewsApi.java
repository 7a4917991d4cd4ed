package dev.trellis.interventions.web;

import dev.trellis.interventions.ModerationFlag;
import dev.trellis.interventions.ReviewDecision;
import dev.trellis.interventions.ReviewOutcome;
import dev.trellis.interventions.ReviewOutcome.Decided;
import dev.trellis.interventions.ReviewOutcome.FlagsNotAcknowledged;
import dev.trellis.interventions.ReviewOutcome.NotPending;
import dev.trellis.interventions.ReviewOutcome.NoteMissing;
import dev.trellis.interventions.ReviewOutcome.OwnSubmission;
import dev.trellis.interventions.ReviewOutcome.ReadAnotherRevision;
import dev.trellis.interventions.ReviewOutcome.Unknown;
import dev.trellis.interventions.Reviews;
import dev.trellis.interventions.Submission;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a reviewer decides. */
@Path("/interventions/{id}/review")
@Access(role = Role.REVIEWER, scopes = Scope.REVIEW)
@RunOnVirtualThread
@Tag(name = "Reviews")
public class ReviewsApi {
    private final Reviews reviews;
    private final Caller caller;
    private final Once once;

    ReviewsApi(Reviews reviews, Caller caller, Once once) {
        this.reviews = reviews;
        this.caller = caller;
        this.once = once;
    }

    @POST
    @Operation(summary = "Approve a submission, reject it or ask for changes")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Submission.class)))
    public Response review(@PathParam("id") int id, @NotNull @Valid ReviewDecision body) {
        var reviewer = caller.as(Role.REVIEWER);
        return once.answer(reviewer, body, () -> Answer.ok(decided(reviews.decide(reviewer, id, body))));
    }

    /** The submission as it was decided, or why it was not. */
    static Submission decided(ReviewOutcome outcome) {
        return switch (outcome) {
            case Decided(var submission) -> submission;
            case NotPending(var status) ->
                throw new ProblemException(ProblemType.WRONG_STATE, "It is " + status.wire() + ", not pending.");
            case ReadAnotherRevision(var current) ->
                throw new ProblemException(
                        ProblemType.PRECONDITION_FAILED,
                        "The author has changed it; revision " + current + " is the current one.");
            case OwnSubmission() ->
                throw new ProblemException(ProblemType.NOT_ALLOWED, "You wrote it yourself; somebody else reviews it.");
            case FlagsNotAcknowledged(var flags) ->
                throw ProblemException.invalid(
                        "/flags_acknowledged",
                        "It is flagged "
                                + flags.stream().map(ModerationFlag::wire).toList() + "; look at that and send true.");
            case NoteMissing() -> throw ProblemException.invalid("/note", "Tell the author why.");
            case Unknown() -> throw ProblemException.notFound("submission");
        };
    }
}
