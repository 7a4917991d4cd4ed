package dev.trellis.interventions.web;

import dev.trellis.interventions.Reviews;
import dev.trellis.interventions.Reviews.QueueItem;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What waits for a reviewer. */
@Path("/review-queue")
@Access(role = Role.REVIEWER, scopes = Scope.REVIEW)
@RunOnVirtualThread
@Tag(name = "Reviews")
public class ReviewQueueApi {
    private final Reviews reviews;
    private final Caller caller;

    ReviewQueueApi(Reviews reviews, Caller caller) {
        this.reviews = reviews;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Submissions that wait for a review, the oldest first, with flags and what they resemble")
    public Page<QueueItem> queue(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return reviews.queue(caller.as(Role.REVIEWER), PageRequest.of(limit, cursor));
    }
}
