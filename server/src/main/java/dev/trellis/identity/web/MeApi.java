package dev.trellis.identity.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trellis.identity.People;
import dev.trellis.identity.Person;
import dev.trellis.identity.PersonalSettings;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ConditionalReads;
import dev.trellis.platform.web.MergePatch;
import dev.trellis.platform.web.Once;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own account. */
@Path("/me")
@RunOnVirtualThread
@Tag(name = "Account")
public class MeApi {
    private final People people;
    private final Caller caller;
    private final Once once;
    private final MergePatch patches;
    private final ConditionalReads reads;

    MeApi(People people, Caller caller, Once once, MergePatch patches, ConditionalReads reads) {
        this.people = people;
        this.caller = caller;
        this.once = once;
        this.patches = patches;
        this.reads = reads;
    }

    @GET
    @Operation(summary = "Who I am")
    public Person me() {
        return people.me(caller.actor());
    }

    @PATCH
    @Operation(summary = "Change name, language, country, time zone or day start")
    @RequestBody(content = @Content(schema = @Schema(implementation = PersonalSettings.class)))
    @APIResponseSchema(Person.class)
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull ObjectNode body) {
        var actor = caller.actor();
        return once.answer(
                actor,
                body,
                () -> Answer.ok(people.change(actor, current -> {
                    reads.requireMatch(ifMatch, current);
                    return patches.apply(current.settings(), body, PersonalSettings.class);
                })));
    }
}
