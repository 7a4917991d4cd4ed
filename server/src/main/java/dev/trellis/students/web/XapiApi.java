package dev.trellis.students.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.platform.Problem.FieldError;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import dev.trellis.students.LearningEvents;
import dev.trellis.students.LearningEvents.Taken;
import dev.trellis.students.NewLearningEvent;
import dev.trellis.students.XapiStatements;
import dev.trellis.students.XapiStatements.Reading;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Experience API statements; mapped to learning events of the source {@code xapi}. */
@Path("/xapi")
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Tag(name = "Learning events")
public class XapiApi {
    private static final String SOURCE = "xapi";
    private static final int MOST = 1000;

    private final LearningEvents events;
    private final Caller caller;
    private final Once once;

    XapiApi(LearningEvents events, Caller caller, Once once) {
        this.events = events;
        this.caller = caller;
        this.once = once;
    }

    @POST
    @Path("/statements")
    @Operation(
            summary = "Take in one xAPI statement, or up to 1,000 of them",
            description = "Actors are found by the roster source xapi; activities and courses by their source ids.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Taken.class)))
    public Response take(
            @NotNull
                    @RequestBody(
                            description = "A statement, or a list of them",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = Object.class)))
                    JsonNode body) {
        var actor = caller.as(Role.ADMIN);
        return once.answer(actor, body, () -> Answer.ok(events.take(actor, SOURCE, read(body))));
    }

    /** All of them, or a problem that names each that cannot be read. */
    private static List<NewLearningEvent> read(JsonNode body) {
        var statements = new ArrayList<JsonNode>();
        if (body.isArray()) {
            body.forEach(statements::add);
        } else {
            statements.add(body);
        }
        if (statements.isEmpty() || statements.size() > MOST) {
            throw ProblemException.invalid("", "Send 1 to " + MOST + " statements.");
        }
        var read = new ArrayList<NewLearningEvent>();
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < statements.size(); i++) {
            switch (XapiStatements.read(statements.get(i))) {
                case Reading.Read(var event) -> read.add(event);
                case Reading.Unreadable(var pointer, var reason) ->
                    errors.add(new FieldError((body.isArray() ? "/" + i : "") + pointer, reason));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(
                    errors.getFirst().pointer(), errors.getFirst().detail());
        }
        return read;
    }
}
