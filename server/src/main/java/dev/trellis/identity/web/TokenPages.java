package dev.trellis.identity.web;

import dev.trellis.identity.ApiToken;
import dev.trellis.identity.ApiTokens;
import dev.trellis.identity.NewApiToken;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.platform.web.pages.PageWriter;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Tokens for a person's own programs. A secret is on one page, once: the answer to the form that made it. */
@Path(TokenPages.ADDRESS)
@ForBrowsers
@Access(scopes = Scope.ACCOUNT)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class TokenPages {
    static final String ADDRESS = "/app/settings/tokens";

    private static final List<Option> LIVES = List.of(
            Option.of("30", "In 30 days"),
            Option.of("90", "In 90 days"),
            Option.of("365", "In a year"),
            Option.of("never", "Never"));

    private final ApiTokens tokens;
    private final Once once;
    private final Forms forms;
    private final Caller caller;
    private final InstantSource clock;

    TokenPages(ApiTokens tokens, Once once, Forms forms, Caller caller, InstantSource clock) {
        this.tokens = tokens;
        this.once = once;
        this.forms = forms;
        this.caller = caller;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance tokens(
                List<Row> rows, String next, Form form, List<Option> scopes, List<Option> lives);

        static native TemplateInstance tokenMade(String name, String secret);
    }

    /** A token in the list; no secret. */
    public record Row(ApiToken token, String scopes, boolean expired) {}

    @GET
    public TemplateInstance page(@QueryParam("cursor") @Nullable String cursor) {
        return page(Form.empty().with("scopes", Scope.READ).with("expires", "90"), cursor);
    }

    /** The answer is not a redirect: the secret must not be in an address, a cookie or a table. */
    @POST
    public Response create(Form form) {
        var actor = caller.actor();
        var wanted = wanted(form);
        return forms.handle(
                form,
                wanted,
                () -> {
                    var made = new AtomicReference<@Nullable ApiToken>();
                    var answer = once.form(actor, form.value(Form.ONCE), form.fields(), () -> {
                        made.set(tokens.create(actor, caller.authenticated().scopes(), wanted));
                        return Answer.leadingTo(ADDRESS);
                    });
                    var token = made.get();
                    // The same form sent again, by a reload: the token is there already, and its secret is gone.
                    return token == null ? answer : shown(token);
                },
                again -> page(again, null));
    }

    @POST
    @Path("/{id}/revoke")
    public Response revoke(@PathParam("id") UUID id, Form form) {
        var actor = caller.actor();
        return forms.press(actor, form, () -> {
            if (!tokens.revoke(actor, id)) {
                throw ProblemException.notFound("token; it may have been revoked already");
            }
            return Next.to(ADDRESS).saying("The token no longer works.");
        });
    }

    private static Response shown(ApiToken token) {
        return Response.ok(Templates.tokenMade(token.name(), Objects.requireNonNullElse(token.token(), "")))
                .type(PageWriter.HTML)
                .build();
    }

    private NewApiToken wanted(Form form) {
        if (!form.has("name")) {
            form.refuse("name", "Name it after what will use it.");
        }
        return new NewApiToken(form.text("name"), scopes(form), expiry(form));
    }

    private static Set<Scope> scopes(Form form) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var wire : form.all("scopes")) {
            Arrays.stream(Scope.values())
                    .filter(scope -> scope.wire().equals(wire))
                    .findFirst()
                    .ifPresentOrElse(scopes::add, () -> form.refuse("scopes", "Choose from the list."));
        }
        if (scopes.isEmpty()) {
            form.refuse("scopes", "Choose at least one thing it may do.");
        }
        return scopes;
    }

    private @Nullable Instant expiry(Form form) {
        var chosen = form.text("expires");
        if (LIVES.stream().noneMatch(life -> life.value().equals(chosen))) {
            form.refuse("expires", "Choose from the list.");
            return null;
        }
        return chosen.equals("never") ? null : clock.instant().plus(Duration.ofDays(Long.parseLong(chosen)));
    }

    private TemplateInstance page(Form form, @Nullable String cursor) {
        var page = tokens.list(caller.actor(), PageRequest.of(null, cursor));
        var now = clock.instant();
        var rows = page.items().stream()
                .map(token -> new Row(
                        token,
                        String.join(
                                ", ",
                                token.scopes().stream()
                                        .sorted()
                                        .map(Scope::wire)
                                        .toList()),
                        token.expiresAt() != null && !token.expiresAt().isAfter(now)))
                .toList();
        return Templates.tokens(rows, Objects.requireNonNullElse(page.nextCursor(), ""), form, offered(), LIVES);
    }

    /** Nobody can give a program more than they have. */
    private List<Option> offered() {
        return caller.authenticated().scopes().stream()
                .sorted()
                .map(scope -> new Option(scope.wire(), label(scope), hint(scope)))
                .toList();
    }

    private static String label(Scope scope) {
        return switch (scope) {
            case READ -> "Read";
            case WRITE -> "Write";
            case ACCOUNT -> "Account";
            case REVIEW -> "Review";
            case TEACH -> "Teach";
            case OPERATE -> "Operate";
        };
    }

    private static String hint(Scope scope) {
        return switch (scope) {
            case READ -> "See my data.";
            case WRITE -> "Change my data, and add to it.";
            case ACCOUNT -> "Export everything, make tokens, and delete my account.";
            case REVIEW -> "Work on the review queue as me.";
            case TEACH -> "Work with the students in my care as me.";
            case OPERATE -> "Run this server as me.";
        };
    }
}
