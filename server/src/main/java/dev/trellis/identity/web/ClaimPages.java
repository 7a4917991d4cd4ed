package dev.trellis.identity.web;

import dev.trellis.identity.AccountClaims;
import dev.trellis.identity.AccountClaims.Claim;
import dev.trellis.identity.AccountClaims.NewPassword;
import dev.trellis.identity.AccountClaims.Waiting;
import dev.trellis.identity.Client;
import dev.trellis.identity.IssuedTokens;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the link to an account that a roster made leads: its person sets a password, and is in. */
@Path(ClaimPages.ADDRESS)
@ForBrowsers
@Access(open = true)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ClaimPages {
    /** Where links lead; the token follows as {@code token}. */
    public static final String ADDRESS = "/app/claim";

    private final AccountClaims claims;
    private final BrowserEntrance entrance;
    private final Forms forms;
    private final Caller caller;
    private final NetworkAddress address;

    ClaimPages(AccountClaims claims, BrowserEntrance entrance, Forms forms, Caller caller, NetworkAddress address) {
        this.claims = claims;
        this.entrance = entrance;
        this.forms = forms;
        this.caller = caller;
        this.address = address;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance claim(Form form, @Nullable Waiting waiting, boolean known);
    }

    @GET
    public TemplateInstance page(@QueryParam("token") @Nullable String token) {
        return shown(Form.empty().with("token", Objects.requireNonNullElse(token, "")));
    }

    @POST
    public Response claim(@HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent, Form form) {
        var wanted = new NewPassword(form.secret("password"));
        return forms.handle(
                form,
                wanted,
                () -> {
                    entrance.letIn(tokens(
                            claims.claim(form.text("token"), wanted, Client.browser(userAgent), address.ofCaller())));
                    return Response.seeOther(URI.create("/app/today")).build();
                },
                this::shown);
    }

    private TemplateInstance shown(Form form) {
        return Templates.claim(form, claims.waiting(form.text("token")).orElse(null), caller.isKnown());
    }

    private static IssuedTokens tokens(Claim claim) {
        return switch (claim) {
            case Claim.Claimed(var tokens) -> tokens;
            case Claim.LinkRefused() ->
                throw new ProblemException(
                        ProblemType.INVITE_REFUSED,
                        "The link has expired, was used, or is not complete. Ask whoever gave it to you for a new one.");
            case Claim.ClaimThrottled(var wait) -> throw ProblemException.tooManyRequests(wait);
        };
    }
}
