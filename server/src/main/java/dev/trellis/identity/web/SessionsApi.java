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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where one is logged in, and getting out. */
@Path("")
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
    @Path("me/sessions")
    @Operation(summary = "Where I am logged in, newest first")
    public Page<Session> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return sessions.list(caller.actor(), PageRequest.of(limit, cursor));
    }

    @DELETE
    @Path("me/sessions/{id}")
    @Operation(summary = "Log out one device")
    public Response end(@PathParam("id") UUID id) {
        return once.answer(caller.actor(), null, () -> done(id));
    }

    @POST
    @Path("logout")
    @Operation(summary = "Log out this device")
    public Response logOut() {
        return once.answer(caller.actor(), null, () -> done(caller.credentialId()));
    }

    @POST
    @Path("logout-everywhere")
    @Operation(summary = "Log out all devices, this one included; API tokens stay")
    public Response logOutEverywhere() {
        return once.answer(caller.actor(), null, () -> {
            sessions.endAll(caller.actor());
            return Answer.done();
        });
    }

    private Answer done(UUID sessionId) {
        if (!sessions.end(caller.actor(), sessionId)) {
            throw ProblemException.notFound("session");
        }
        return Answer.done();
    }
}
