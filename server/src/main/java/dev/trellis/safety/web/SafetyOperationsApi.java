package dev.trellis.safety.web;

import dev.trellis.platform.ProblemException;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import dev.trellis.safety.SafetyCheckIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
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

/** Staff clear a hold that the person may not lift alone, once a clinician has seen them. */
@Path("/operations/safety/{user_id}/clear")
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Tag(name = "Operations")
public class SafetyOperationsApi {
    private final SafetyCheckIn checkIn;
    private final Caller caller;
    private final Once once;

    SafetyOperationsApi(SafetyCheckIn checkIn, Caller caller, Once once) {
        this.checkIn = checkIn;
        this.caller = caller;
        this.once = once;
    }

    /** How many open events were lifted. */
    public record SafetyCleared(UUID userId, int cleared) {}

    @POST
    @Operation(summary = "Lift a person's safety hold; the audit log and the person can see who did")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SafetyCleared.class)))
    public Response clear(@PathParam("user_id") UUID userId) {
        var operator = caller.as(Role.ADMIN);
        return once.answer(operator, null, () -> {
            var cleared = checkIn.clear(operator, userId);
            if (cleared == 0) {
                throw ProblemException.notFound("open safety event");
            }
            return Answer.ok(new SafetyCleared(userId, cleared));
        });
    }
}
