package dev.trellis.identity.web;

import dev.trellis.identity.Invite;
import dev.trellis.identity.Invites;
import dev.trellis.identity.NewInvite;
import dev.trellis.identity.People;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
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
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Invite codes, for operators: make one, pass its link on, withdraw it. */
@Path(InvitePages.ADDRESS)
@ForBrowsers
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class InvitePages {
    static final String ADDRESS = "/app/operations/invites";

    private final Invites invites;
    private final People people;
    private final Forms forms;
    private final Caller caller;
    private final UriInfo at;
    private final InstantSource clock;
    private final Optional<String> publicAddress;

    InvitePages(
            Invites invites,
            People people,
            Forms forms,
            Caller caller,
            UriInfo at,
            InstantSource clock,
            @ConfigProperty(name = "trellis.public-address") Optional<String> publicAddress) {
        this.invites = invites;
        this.people = people;
        this.forms = forms;
        this.caller = caller;
        this.at = at;
        this.clock = clock;
        this.publicAddress = publicAddress;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance invites(List<Row> rows, String next, Form form, List<Option> roles);
    }

    /** An invite in the list, with the link that whoever is invited opens. */
    public record Row(Invite invite, String roles, String link, String state) {
        /** Whether somebody can still use it. */
        public boolean isOpen() {
            return state.isEmpty();
        }
    }

    @GET
    public TemplateInstance page(@QueryParam("cursor") @Nullable String cursor) {
        return page(Form.empty().with("max_uses", 1), cursor);
    }

    @POST
    public Response create(Form form) {
        var operator = caller.as(Role.ADMIN);
        var wanted = new NewInvite(RoleChoices.read(form), form.number("max_uses"), expiry(form));
        return forms.handleOnce(
                operator,
                form,
                wanted,
                () -> {
                    invites.create(operator, wanted);
                    return Next.to(ADDRESS).saying("The invite is ready; copy its link and pass it on.");
                },
                again -> page(again, null));
    }

    @POST
    @Path("/{code}/withdraw")
    public Response withdraw(@PathParam("code") String code, Form form) {
        var operator = caller.as(Role.ADMIN);
        return forms.press(operator, form, () -> {
            if (!invites.withdraw(operator, code)) {
                throw ProblemException.notFound("invite; it may have been withdrawn already");
            }
            return Next.to(ADDRESS).saying("The invite is withdrawn.");
        });
    }

    /** The end of the last day, where the operator is. */
    private @Nullable Instant expiry(Form form) {
        var lastDay = form.day("last_day");
        if (lastDay == null) {
            return null;
        }
        var days = people.me(caller.actor()).days();
        if (lastDay.isBefore(days.dayOf(clock.instant())) || lastDay.getYear() > 9998) {
            form.refuse("last_day", "Choose today or a day to come.");
            return null;
        }
        return days.startOf(lastDay.plusDays(1));
    }

    private TemplateInstance page(Form form, @Nullable String cursor) {
        var page = invites.list(caller.as(Role.ADMIN), PageRequest.of(null, cursor));
        return Templates.invites(
                page.items().stream().map(this::row).toList(),
                Objects.requireNonNullElse(page.nextCursor(), ""),
                form,
                RoleChoices.OPTIONS);
    }

    private Row row(Invite invite) {
        var server = publicAddress.orElseGet(() -> at.getBaseUri().toString()).replaceFirst("/$", "");
        return new Row(
                invite,
                RoleChoices.words(invite.roles()),
                server + "/app/register?invite=" + invite.code(),
                state(invite));
    }

    private String state(Invite invite) {
        if (invite.currentUses() >= invite.maxUses()) {
            return "used up";
        }
        return invite.expiresAt() != null && !invite.expiresAt().isAfter(clock.instant()) ? "expired" : "";
    }
}
