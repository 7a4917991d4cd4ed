package dev.trellis.identity.web;

import dev.trellis.identity.Invite;
import dev.trellis.identity.Invites;
import dev.trellis.identity.NewInvite;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Invite codes, for operators. */
@Path("/invites")
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Tag(name = "Operations")
public class InvitesApi {
    private final Invites invites;
    private final Caller caller;
    private final Once once;

    InvitesApi(Invites invites, Caller caller, Once once) {
        this.invites = invites;
        this.caller = caller;
        this.once = once;
    }

    @POST
    @Operation(summary = "Make an invite code")
    @APIResponseSchema(value = Invite.class, responseCode = "201")
    public Response create(@NotNull @Valid NewInvite body) {
        var operator = caller.as(Role.ADMIN);
        return once.answer(operator, body, () -> {
            var invite = invites.create(operator, body);
            return Answer.created("/invites/" + invite.code(), invite);
        });
    }

    @GET
    @Operation(summary = "Invite codes and how often each was used, newest first")
    public Page<Invite> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return invites.list(caller.as(Role.ADMIN), PageRequest.of(limit, cursor));
    }

    @DELETE
    @Path("{code}")
    @Operation(summary = "Withdraw an invite code")
    public Response withdraw(@PathParam("code") String code) {
        var operator = caller.as(Role.ADMIN);
        return once.answer(operator, null, () -> {
            if (!invites.withdraw(operator, code)) {
                throw ProblemException.notFound("invite code");
            }
            return Answer.done();
        });
    }
}
