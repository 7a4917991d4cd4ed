package dev.trellis.operations.web;

import dev.trellis.events.Deliveries;
import dev.trellis.operations.Logs;
import dev.trellis.operations.Repairs;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who reacts to which events, what waits for them, and replaying the log to a handler that came later. */
@Path("/operations/handlers")
@Produces(MediaType.APPLICATION_JSON)
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Tag(name = "Operations")
public class HandlersApi {
    private final Logs logs;
    private final Deliveries deliveries;
    private final Repairs repairs;
    private final Caller caller;
    private final Once once;

    HandlersApi(Logs logs, Deliveries deliveries, Repairs repairs, Caller caller, Once once) {
        this.logs = logs;
        this.deliveries = deliveries;
        this.repairs = repairs;
        this.caller = caller;
        this.once = once;
    }

    /** From when on the handler is to catch up. */
    public record Replay(@NotNull Instant since) {}

    /** How many events it will now be given for the first time. */
    public record Replayed(String handler, Instant since, long replayed) {}

    @GET
    @Operation(summary = "List the handlers and what waits for each")
    public HandlerOverview list() {
        var backlog = logs.backlog(caller.as(Role.ADMIN));
        return HandlerOverview.of(deliveries.handlers(), backlog);
    }

    @POST
    @Path("/{name}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give a handler every event since then that it was never given")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Replayed.class)))
    public Response replay(@PathParam("name") String name, @Valid @NotNull Replay replay) {
        var operator = caller.as(Role.ADMIN);
        return once.answer(operator, replay, () -> {
            var count = repairs.replay(operator, name, replay.since())
                    .orElseThrow(() -> ProblemException.notFound("handler"));
            return Answer.ok(new Replayed(name, replay.since(), count));
        });
    }
}
