package dev.trellis.identity.web;

import dev.trellis.identity.Sessions;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Getting out. */
@Path("")
@Access(scopes = Scope.ACCOUNT)
@RunOnVirtualThread
@Tag(name = "Account")
public class LogOutApi {
    private final Sessions sessions;
    private final Caller caller;
    private final Once once;

    LogOutApi(Sessions sessions, Caller caller, Once once) {
        this.sessions = sessions;
        this.caller = caller;
        this.once = once;
    }

    @POST
    @Path("logout")
    @Operation(summary = "Log out this device")
    public Response logOut() {
        return once.answer(caller.actor(), null, () -> {
            if (!sessions.end(caller.actor(), caller.credentialId())) {
                throw ProblemException.notFound("session");
            }
            return Answer.done();
        });
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
}
