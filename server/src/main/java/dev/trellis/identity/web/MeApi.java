package dev.trellis.identity.web;

import dev.trellis.identity.People;
import dev.trellis.identity.Person;
import dev.trellis.platform.web.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own account. */
@Path("/me")
@RunOnVirtualThread
@Tag(name = "Account")
public class MeApi {
    private final People people;
    private final Caller caller;

    MeApi(People people, Caller caller) {
        this.people = people;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Who I am")
    public Person me() {
        return people.me(caller.actor());
    }
}
