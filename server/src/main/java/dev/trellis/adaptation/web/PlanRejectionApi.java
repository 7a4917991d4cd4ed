package dev.trellis.adaptation.web;

import dev.trellis.adaptation.PlanProposal;
import dev.trellis.adaptation.PlanProposalResult.Decided;
import dev.trellis.adaptation.PlanProposalResult.Unknown;
import dev.trellis.adaptation.PlanProposalResult.WrongState;
import dev.trellis.adaptation.PlanProposals;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One answer to a change of my plan that is proposed. */
@Path("/plan_changes/{id}/reject")
@RunOnVirtualThread
@Tag(name = "Plan changes")
public class PlanRejectionApi {
    private final PlanProposals proposals;
    private final Caller caller;
    private final Once once;

    PlanRejectionApi(PlanProposals proposals, Caller caller, Once once) {
        this.proposals = proposals;
        this.caller = caller;
        this.once = once;
    }

    @POST
    @Operation(summary = "Decline a proposed change of my plan: everything stays as it is")
    @APIResponse(
            responseCode = "200",
            description = "The change",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlanProposal.class)))
    public Response reject(@PathParam("id") UUID id) {
        return once.answer(caller.actor(), null, () -> switch (proposals.reject(caller.actor(), id)) {
            case Decided(var proposal) -> Answer.ok(proposal);
            case Unknown() -> throw ProblemException.notFound("change of the plan");
            case WrongState(var sentence) -> throw new ProblemException(ProblemType.WRONG_STATE, sentence);
        });
    }
}
