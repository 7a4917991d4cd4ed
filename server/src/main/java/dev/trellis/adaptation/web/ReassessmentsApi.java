package dev.trellis.adaptation.web;

import dev.trellis.adaptation.ProgramReview;
import dev.trellis.adaptation.Reassessments;
import dev.trellis.adaptation.ReviewReplay;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The reviews of my program so far. */
@Path("/reassessments")
@RunOnVirtualThread
@Tag(name = "Reassessments")
public class ReassessmentsApi {
    private final Reassessments reassessments;
    private final Caller caller;

    ReassessmentsApi(Reassessments reassessments, Caller caller) {
        this.reassessments = reassessments;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "My reviews with every term, the latest first")
    public Page<ProgramReview> history(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return reassessments.history(caller.actor(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/replay")
    @Operation(summary = "My reviews done once more from what was stored, beside a target that never changed")
    public ReviewReplay replay() {
        return reassessments.replay(caller.actor()).orElseThrow(() -> ProblemException.notFound("active program"));
    }
}
