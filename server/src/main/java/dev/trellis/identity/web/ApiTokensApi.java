package dev.trellis.identity.web;

import dev.trellis.identity.ApiToken;
import dev.trellis.identity.ApiTokens;
import dev.trellis.identity.NewApiToken;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tokens for a person's own programs. */
@Path("/me/tokens")
@Access(scopes = Scope.ACCOUNT)
@RunOnVirtualThread
@Tag(name = "Account")
public class ApiTokensApi {
    private final ApiTokens tokens;
    private final Caller caller;
    private final Once once;

    ApiTokensApi(ApiTokens tokens, Caller caller, Once once) {
        this.tokens = tokens;
        this.caller = caller;
        this.once = once;
    }

    @POST
    @Operation(summary = "Make a token; its secret is shown in this answer only")
    @APIResponseSchema(value = ApiToken.class, responseCode = "201")
    public Response create(@NotNull @Valid NewApiToken body) {
        var who = caller.authenticated();
        return once.answer(caller.actor(), body, () -> {
            var token = tokens.create(caller.actor(), who.scopes(), body);
            return Answer.createdWithSecret("/me/tokens/" + token.id(), token, token.withoutSecret());
        });
    }

    @GET
    @Operation(summary = "My tokens without their secrets, newest first")
    public Page<ApiToken> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return tokens.list(caller.actor(), PageRequest.of(limit, cursor));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Revoke a token")
    public Response revoke(@PathParam("id") UUID id) {
        return once.answer(caller.actor(), null, () -> {
            if (!tokens.revoke(caller.actor(), id)) {
                throw ProblemException.notFound("token");
            }
            return Answer.done();
        });
    }
}
