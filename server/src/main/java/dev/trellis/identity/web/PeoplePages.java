package dev.trellis.identity.web;

import dev.trellis.identity.AccountAccess;
import dev.trellis.identity.AccountClaims;
import dev.trellis.identity.AccountStatus;
import dev.trellis.identity.Accounts;
import dev.trellis.identity.Person;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ConditionalReads;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Scope;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.Option;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everybody's accounts, for operators; each look and each change is written to the audit log. */
@Path(PeoplePages.ADDRESS)
@ForBrowsers
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class PeoplePages {
    static final String ADDRESS = "/app/operations/people";

    private final Accounts accounts;
    private final ConditionalReads reads;
    private final AccountClaims claims;
    private final ClaimLinks links;
    private final Forms forms;
    private final Caller caller;

    PeoplePages(
            Accounts accounts,
            ConditionalReads reads,
            AccountClaims claims,
            ClaimLinks links,
            Forms forms,
            Caller caller) {
        this.accounts = accounts;
        this.claims = claims;
        this.links = links;
        this.reads = reads;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance people(List<Row> people, String words, String address, String next);

        static native TemplateInstance person(Form form, Row row, String version, List<Option> roles, boolean waits);
    }

    /** An account in the list. */
    public record Row(Person person, String roles, boolean suspended) {
        static Row of(Person person) {
            return new Row(person, RoleChoices.words(person.roles()), person.status() == AccountStatus.SUSPENDED);
        }

        /** The e-mail address, or that there is none. */
        public String email() {
            return Objects.requireNonNullElse(person.email(), "no e-mail address");
        }
    }

    @GET
    public TemplateInstance list(
            @QueryParam("q") @Nullable String words, @QueryParam("cursor") @Nullable String cursor) {
        var wanted = words == null || words.isBlank() ? null : words.strip();
        var page = accounts.list(caller.as(Role.ADMIN), wanted, PageRequest.of(null, cursor));
        var address = wanted == null ? ADDRESS : ADDRESS + "?q=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        return Templates.people(
                page.items().stream().map(Row::of).toList(),
                wanted == null ? "" : wanted,
                address,
                Objects.requireNonNullElse(page.nextCursor(), ""));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance find(@PathParam("id") UUID id) {
        var person = required(id);
        var form = Form.empty()
                .withAll("roles", person.roles().stream().map(Role::wire).toList())
                .with("status", person.status());
        return shown(form, person);
    }

    @POST
    @Path("/{id}")
    public Response change(@PathParam("id") UUID id, Form form) {
        var operator = caller.as(Role.ADMIN);
        var wanted = new AccountAccess(
                RoleChoices.read(form),
                Objects.requireNonNullElse(form.choice("status", AccountStatus.class), AccountStatus.ACTIVE));
        return forms.handleOnce(
                operator,
                form,
                wanted,
                () -> {
                    var changed = AccountsApi.changed(accounts.change(operator, id, current -> {
                        reads.requireMatch(form.optionalText("version"), current);
                        return wanted;
                    }));
                    return Next.to(ADDRESS + "/" + id).saying(done(changed));
                },
                again -> shown(again, required(id)));
    }

    /** A link for somebody whose account a roster made. */
    @POST
    @Path("/{id}/claim")
    public Response letIn(@PathParam("id") UUID id, Form form) {
        var operator = caller.as(Role.ADMIN);
        return links.shown(claims.make(operator, required(id).id()), ADDRESS + "/" + id);
    }

    private static String done(Person person) {
        return person.status() == AccountStatus.SUSPENDED
                ? person.displayName() + " is suspended: every log-in and token is refused."
                : person.displayName() + " is active as " + RoleChoices.words(person.roles()) + ".";
    }

    private Person required(UUID id) {
        return accounts.find(caller.as(Role.ADMIN), id).orElseThrow(() -> ProblemException.notFound("person"));
    }

    private TemplateInstance shown(Form form, Person person) {
        return Templates.person(
                form, Row.of(person), reads.tagOf(person), RoleChoices.OPTIONS, claims.waits(person.id()));
    }
}
