package dev.trellis.identity.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trellis.identity.AccountAccess;
import dev.trellis.identity.AccountChange;
import dev.trellis.identity.AccountChange.AccountChanged;
import dev.trellis.identity.AccountChange.LastOperator;
import dev.trellis.identity.AccountChange.UnknownAccount;
import dev.trellis.identity.Accounts;
import dev.trellis.identity.Person;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ConditionalReads;
import dev.trellis.platform.web.MergePatch;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everybody's accounts, for operators. */
@Path("/users")
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Tag(name = "Operations")
public class AccountsApi {
    private final Accounts accounts;
    private final Caller caller;
    private final Once once;
    private final MergePatch patches;
    private final ConditionalReads reads;

    AccountsApi(Accounts accounts, Caller caller, Once once, MergePatch patches, ConditionalReads reads) {
        this.accounts = accounts;
        this.caller = caller;
        this.once = once;
        this.patches = patches;
        this.reads = reads;
    }

    @GET
    @Operation(
            summary =
                    "Accounts whose name or e-mail address contains the words, or all, newest first; written to the audit log")
    public Page<Person> list(
            @QueryParam("q") @Nullable String words,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return accounts.list(caller.as(Role.ADMIN), words, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One account; written to the audit log")
    public Person find(@PathParam("id") UUID id) {
        return accounts.find(caller.as(Role.ADMIN), id).orElseThrow(() -> ProblemException.notFound("person"));
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change roles or status; written to the audit log")
    @RequestBody(content = @Content(schema = @Schema(implementation = AccountAccess.class)))
    @APIResponseSchema(Person.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull ObjectNode body) {
        var operator = caller.as(Role.ADMIN);
        return once.answer(
                operator,
                body,
                () -> change(operator, id, current -> {
                    reads.requireMatch(ifMatch, current);
                    return patches.apply(current.access(), body, AccountAccess.class);
                }));
    }

    private Answer change(Actor operator, UUID id, Function<Person, AccountAccess> change) {
        return Answer.ok(changed(accounts.change(operator, id, change)));
    }

    /** The account as it is now, or why it was not changed. */
    static Person changed(AccountChange outcome) {
        return switch (outcome) {
            case AccountChanged(var person) -> person;
            case UnknownAccount() -> throw ProblemException.notFound("person");
            case LastOperator() ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE,
                        "This is the only active operator. Make somebody else an operator first.");
        };
    }
}
