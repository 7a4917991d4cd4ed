package dev.trellis.safety.web;

import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.safety.SafetyCheckIn;
import dev.trellis.safety.SafetyState;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own safety: how it stands, whom to call, what brings suggestions back. */
@Path("/safety")
@RunOnVirtualThread
@Tag(name = "Safety")
public class SafetyApi {
    private final SafetyCheckIn checkIn;
    private final Caller caller;
    private final Once once;

    SafetyApi(SafetyCheckIn checkIn, Caller caller, Once once) {
        this.checkIn = checkIn;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Operation(summary = "How I stand, whom to call, and what brings suggestions back")
    public SafetyState state() {
        return checkIn.state(caller.actor());
    }

    @POST
    @Path("/confirm-safe")
    @Operation(summary = "I am safe: lift what I may lift myself")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SafetyState.class)))
    public Response confirmSafe() {
        return once.answer(caller.actor(), null, () -> Answer.ok(checkIn.confirmSafe(caller.actor())));
    }
}
