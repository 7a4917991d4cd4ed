package dev.trellis.students.web;

import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import dev.trellis.students.LearningEvents;
import dev.trellis.students.LearningEvents.Taken;
import dev.trellis.students.NewLearningEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What students did, as a learning platform tells it. */
@Path("/learning-events")
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Tag(name = "Learning events")
public class LearningEventsApi {
    private final LearningEvents events;
    private final Caller caller;
    private final Once once;

    LearningEventsApi(LearningEvents events, Caller caller, Once once) {
        this.events = events;
        this.caller = caller;
        this.once = once;
    }

    /**
     * A batch from one system.
     *
     * @param source the system's name; with each event's source id it makes the event known again
     */
    public record Batch(
            @NotBlank @Size(max = 100) String source,
            @NotEmpty @Size(max = 5000) List<@Valid @NotNull NewLearningEvent> events) {}

    @POST
    @Operation(
            summary = "Take in up to 5,000 learning events",
            description = "Events that are known already change nothing. Those that name nobody are reported and do"
                    + " not hold the others up.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Taken.class)))
    public Response take(@NotNull @Valid Batch body) {
        var actor = caller.as(Role.ADMIN);
        return once.answer(actor, body, () -> Answer.ok(events.take(actor, body.source(), body.events())));
    }
}
