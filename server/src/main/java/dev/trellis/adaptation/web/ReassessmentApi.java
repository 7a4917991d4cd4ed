package dev.trellis.adaptation.web;

import dev.trellis.adaptation.ProgramReview;
import dev.trellis.adaptation.ReassessmentResult.NoProgram;
import dev.trellis.adaptation.ReassessmentResult.Reviewed;
import dev.trellis.adaptation.ReassessmentResult.TooEarly;
import dev.trellis.adaptation.Reassessments;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The review of my program, now. */
@Path("/programs/current/reassess")
@RunOnVirtualThread
@Tag(name = "Reassessments")
public class ReassessmentApi {
    private final Reassessments reassessments;
    private final Caller caller;
    private final Once once;

    ReassessmentApi(Reassessments reassessments, Caller caller, Once once) {
        this.reassessments = reassessments;
        this.caller = caller;
        this.once = once;
    }

    /**
     * How to review.
     *
     * @param dryRun only say what would be done; allowed at any time
     */
    public record Reassessment(@Nullable Boolean dryRun) {}

    @POST
    @Operation(summary = "Review my program; with dry_run only say what would be done")
    @APIResponse(
            responseCode = "200",
            description = "What both loops saw and suggest, with every term",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProgramReview.class)))
    public Response reassess(@Nullable Reassessment body) {
        boolean dry = body != null && Boolean.TRUE.equals(body.dryRun());
        return once.answer(caller.actor(), body, () -> switch (reassessments.reassess(caller.actor(), dry)) {
            case Reviewed(var review) -> Answer.ok(review);
            case NoProgram() ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE,
                        "There is no active program to review. Generate one first: POST /programs/generate.");
            case TooEarly(var next) ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE,
                        "The next review is on " + next
                                + ": the controllers learn from two weeks at a time. With dry_run you can see what it"
                                + " would say today.");
        });
    }
}
