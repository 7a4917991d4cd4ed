package dev.trellis.operations.web;

import dev.trellis.events.AuditLog;
import dev.trellis.events.Deliveries;
import dev.trellis.events.DeliveryLog;
import dev.trellis.events.DeliveryLog.Delivery;
import dev.trellis.events.DeliveryStatus;
import dev.trellis.platform.Database;
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
    private final Database database;
    private final DeliveryLog log;
    private final Deliveries deliveries;
    private final AuditLog audit;
    private final Caller caller;
    private final Once once;

    DeliveriesApi(Database database, DeliveryLog log, Deliveries deliveries, AuditLog audit, Caller caller, Once once) {
        this.database = database;
        this.log = log;
        this.deliveries = deliveries;
        this.audit = audit;
        this.caller = caller;
        this.once = once;
    }

    /** Whose parked deliveries to try again. */
    public record Redrive(@NotNull String handler) {}

    /** How many are due again. */
    public record Redriven(String handler, long redriven) {}

    /** What a reader of the deliveries asked for. */
    record DeliveriesRead(
            @Nullable DeliveryStatus status, @Nullable String handler) {}

    @GET
    @Operation(summary = "Browse the deliveries of events to handlers, newest events first")
    public Page<Delivery> list(
            @QueryParam("status") @Nullable DeliveryStatus status,
            @QueryParam("handler") @Nullable String handler,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var operator = caller.as(Role.ADMIN);
        var page = PageRequest.of(limit, cursor);
        return database.as(operator, tx -> {
            var found = log.list(tx, status, handler, page);
            var shown = found.items().stream().map(Delivery::userId).toList();
            audit.recordEach(tx, operator, "deliveries_read", shown, new DeliveriesRead(status, handler));
            return found;
        });
    }

    @POST
    @Path("/redrive")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make the parked deliveries of a handler due again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Redriven.class)))
    public Response redrive(@Valid @NotNull Redrive redrive) {
        var operator = caller.as(Role.ADMIN);
        return once.answer(operator, redrive, () -> {
            if (!deliveries.knows(redrive.handler())) {
                throw ProblemException.invalid("/handler", "This server has no handler of that name.");
            }
            return database.as(operator, tx -> {
                var redriven = new Redriven(redrive.handler(), deliveries.redrive(tx, redrive.handler()));
                audit.record(tx, operator, "deliveries_redriven", null, redriven);
                return Answer.ok(redriven);
            });
        });
    }
}
