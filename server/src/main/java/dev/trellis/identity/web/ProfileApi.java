package dev.trellis.identity.web;

import dev.trellis.identity.Profile;
import dev.trellis.identity.Profiles;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ConditionalReads;
import dev.trellis.platform.web.Once;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a person tells about themselves. */
@Path("/me/profile")
@RunOnVirtualThread
@Tag(name = "Account")
public class ProfileApi {
    private final Profiles profiles;
    private final Caller caller;
    private final Once once;
    private final ConditionalReads reads;

    ProfileApi(Profiles profiles, Caller caller, Once once, ConditionalReads reads) {
        this.profiles = profiles;
        this.caller = caller;
        this.once = once;
        this.reads = reads;
    }

    @GET
    @Operation(summary = "My profile; empty before I have said anything")
    public Profile profile() {
        return profiles.mine(caller.actor());
    }

    @PUT
    @Operation(summary = "Replace my profile")
    @APIResponseSchema(Profile.class)
    public Response replace(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid Profile body) {
        var actor = caller.actor();
        return once.answer(
                actor,
                body,
                () -> Answer.ok(profiles.replace(actor, current -> {
                    reads.requireMatch(ifMatch, current);
                    return body;
                })));
    }
}
