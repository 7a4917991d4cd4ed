package dev.trellis.assessment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.trellis.assessment.Intake;
import dev.trellis.assessment.Intakes;
import dev.trellis.assessment.NewIntake;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.safety.SafetyNotice;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What I want to change. */
@Path("/intakes")
@RunOnVirtualThread
@Tag(name = "Intakes")
public class IntakesApi {
    private final Intakes intakes;
    private final Caller caller;
    private final Once once;

    IntakesApi(Intakes intakes, Caller caller, Once once) {
        this.intakes = intakes;
        this.caller = caller;
        this.once = once;
    }

    /** The intake, and {@code safety} when its words gave reason to worry. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TakenIntake(
            @JsonUnwrapped Intake intake, @Nullable SafetyNotice safety) {}

    @POST
    @Operation(summary = "Tell what should change")
    @APIResponse(
            responseCode = "201",
            description = "The intake, and help when it sounds like somebody needs it",
            content = @Content(schema = @Schema(implementation = TakenIntake.class)))
    public Response take(@NotNull @Valid NewIntake body) {
        return once.answer(caller.actor(), body, () -> {
            var taken = intakes.take(caller.actor(), body);
            return Answer.created("/intakes/" + taken.intake().id(), new TakenIntake(taken.intake(), taken.safety()));
        });
    }

    @GET
    @Operation(summary = "My intakes, newest first")
    public Page<Intake> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return intakes.list(caller.actor(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of my intakes")
    public Intake find(@PathParam("id") UUID id) {
        return intakes.find(caller.actor(), id).orElseThrow(() -> ProblemException.notFound("intake"));
    }
}
