package dev.trellis.interventions.web;

import dev.trellis.interventions.RecommendationAnswer;
import dev.trellis.interventions.Recommendations;
import dev.trellis.interventions.recommendation.Recommender;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is suggested for an intake, and why. */
@Path("/intakes/{id}/recommendations")
@RunOnVirtualThread
@Tag(name = "Recommendations")
public class RecommendationsApi {
    private final Recommendations recommendations;
    private final Caller caller;
    private final Once once;

    RecommendationsApi(Recommendations recommendations, Caller caller, Once once) {
        this.recommendations = recommendations;
        this.caller = caller;
        this.once = once;
    }

    /** How many suggestions are wanted, 1 to 10; 5 when nothing is said. */
    public record HowMany(
            @Min(1) @Max(Recommender.GREATEST_COUNT) @Nullable
            Integer limit) {}

    @POST
    @Operation(
            summary = "Suggest interventions for an intake, ranked, each with its reasons and every part of its score")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RecommendationAnswer.class)))
    public Response recommend(@PathParam("id") UUID intakeId, @Valid @Nullable HowMany body) {
        var limit = body == null || body.limit() == null ? Recommender.USUAL_COUNT : body.limit();
        var proposal = recommendations
                .propose(caller.actor(), intakeId, limit)
                .orElseThrow(() -> ProblemException.notFound("intake"));
        return once.answer(caller.actor(), body, () -> Answer.ok(recommendations.show(caller.actor(), proposal)));
    }

    @GET
    @Operation(summary = "What was suggested last for an intake")
    public RecommendationAnswer latest(@PathParam("id") UUID intakeId) {
        return recommendations
                .latest(caller.actor(), intakeId)
                .orElseThrow(() -> ProblemException.notFound("recommendation"));
    }
}
