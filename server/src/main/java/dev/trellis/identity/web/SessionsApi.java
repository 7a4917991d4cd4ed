package dev.trellis.identity.web;

import dev.trellis.identity.Session;
import dev.trellis.identity.Sessions;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where one is logged in. */
@Path("/me/sessions")
@Access(scopes = Scope.ACCOUNT)
@RunOnVirtualThread
@Tag(name = "Account")
public class SessionsApi {
    private final Sessions sessions;
    private final Caller caller;
    private final Once once;

    SessionsApi(Sessions sessions, Caller caller, Once once) {
        this.sessions = sessions;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Operation(summary = "Where I am logged in, newest first")
    public Page<Session> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return sessions.list(caller.actor(), PageRequest.of(limit, cursor));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Log out one device")
    public Response end(@PathParam("id") UUID id) {
        return once.answer(caller.actor(), null, () -> {
            if (!sessions.end(caller.actor(), id)) {
                throw ProblemException.notFound("session");
            }
            return Answer.done();
        });
    }
}
