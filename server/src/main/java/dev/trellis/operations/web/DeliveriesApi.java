package dev.trellis.operations.web;

import dev.trellis.events.DeliveryLog.Delivery;
import dev.trellis.events.DeliveryStatus;
import dev.trellis.operations.Logs;
import dev.trellis.operations.Repairs;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which reactions to events are done, due or parked; parked ones are given another chance, never edited. */
@Path("/operations/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Tag(name = "Operations")
public class DeliveriesApi {
    private final Logs logs;
    private final Repairs repairs;
    private final Caller caller;
    private final Once once;

    DeliveriesApi(Logs logs, Repairs repairs, Caller caller, Once once) {
        this.logs = logs;
        this.repairs = repairs;
        this.caller = caller;
        this.once = once;
    }

    /**
     * Whose parked deliveries to try again.
     *
     * @param eventId only that of this event
     */
    public record Redrive(@NotNull String handler, @Nullable UUID eventId) {}

    /** How many are due again. */
    public record Redriven(String handler, long redriven) {}

    @GET
    @Operation(summary = "Browse the deliveries of events to handlers, newest events first")
    public Page<Delivery> list(
            @QueryParam("status") @Nullable DeliveryStatus status,
            @QueryParam("handler") @Nullable String handler,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return logs.deliveries(caller.as(Role.ADMIN), status, handler, PageRequest.of(limit, cursor));
    }

    @POST
    @Path("/redrive")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make the parked deliveries of a handler due again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Redriven.class)))
    public Response redrive(@Valid @NotNull Redrive redrive) {
        var operator = caller.as(Role.ADMIN);
        return once.answer(operator, redrive, () -> {
            var count = repairs.redrive(operator, redrive.handler(), redrive.eventId())
                    .orElseThrow(
                            () -> ProblemException.invalid("/handler", "This server has no handler of that name."));
            return Answer.ok(new Redriven(redrive.handler(), count));
        });
    }
}
