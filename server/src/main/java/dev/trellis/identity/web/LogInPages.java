package dev.trellis.identity.web;

import dev.trellis.identity.Client;
import dev.trellis.identity.IssuedTokens;
import dev.trellis.identity.LogIn;
import dev.trellis.identity.LogInOutcome.LogInElsewhere;
import dev.trellis.identity.LogInOutcome.LogInRefused;
import dev.trellis.identity.LogInOutcome.LogInThrottled;
import dev.trellis.identity.LogInOutcome.LoggedIn;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Pages;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Getting in and out with a browser. What somebody was writing when their log-in ended waits until they are back. */
@Path(Pages.LOG_IN)
@ForBrowsers
@Access(open = true)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class LogInPages {
    /** Fields that carry a form through the log-in begin so. */
    private static final String KEPT = "kept.";

    private static final String KEPT_ACTION = "kept_action";

    private final LogIn logIn;
    private final BrowserEntrance entrance;
    private final Forms forms;
    private final Caller caller;
    private final NetworkAddress address;

    LogInPages(LogIn logIn, BrowserEntrance entrance, Forms forms, Caller caller, NetworkAddress address) {
        this.logIn = logIn;
        this.entrance = entrance;
        this.forms = forms;
        this.caller = caller;
        this.address = address;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance logIn(Form form, KeptForm kept);

        static native TemplateInstance goOn(KeptForm kept);
    }

    /** What was typed into another form, and where that form goes; no address when there is none. */
    public record KeptForm(String action, Map<String, List<String>> fields) {
        static final KeptForm NONE = new KeptForm("", Map.of());

        /** Of a form that came too late. Secrets do not travel. */
        static KeptForm of(String action, Form form) {
            var fields = new TreeMap<>(form.fields());
            fields.keySet().removeIf(name -> name.contains("password"));
            return new KeptForm(action, fields);
        }

        /** As the log-in form carried it. */
        static KeptForm carriedBy(Form form) {
            var action = form.value(KEPT_ACTION);
            if (action.isEmpty() || !Pages.within(action).toString().equals(action)) {
                return NONE;
            }
            var fields = new TreeMap<String, List<String>>();
            form.fields().forEach((name, values) -> {
                if (name.startsWith(KEPT)) {
                    fields.put(name.substring(KEPT.length()), values);
                }
            });
            return new KeptForm(action, fields);
        }

        /** Whether anything waits. */
        public boolean isThere() {
            return !action.isEmpty();
        }
    }

    /** What the form asks for. */
    public record Credentials(
            @NotBlank(message = "Write the e-mail address of your account.") @Size(max = 254)
            String email,

            @NotBlank(message = "Write your password.") @Size(max = 200)
            String password) {
        @Override
        public String toString() {
            return "Credentials[hidden]";
        }
    }

    @GET
    public Response page(@QueryParam("next") @Nullable String next) {
        if (caller.isKnown()) {
            return Response.seeOther(Pages.within(next)).build();
        }
        var form = Form.empty().with("next", next);
        return Response.ok(Templates.logIn(form, KeptForm.NONE)).build();
    }

    @POST
    public Response logIn(@HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent, Form form) {
        var kept = KeptForm.carriedBy(form);
        var credentials = new Credentials(form.text("email"), form.secret("password"));
        return forms.handle(
                form,
                credentials,
                () -> {
                    entrance.letIn(tokens(credentials, Client.browser(userAgent)));
                    return kept.isThere()
                            ? Response.ok(Templates.goOn(kept)).build()
                            : Response.seeOther(Pages.within(form.value("next")))
                                    .build();
                },
                again -> Templates.logIn(again, kept));
    }

    private IssuedTokens tokens(Credentials credentials, Client client) {
        return switch (logIn.logIn(credentials.email(), credentials.password(), client, address.ofCaller())) {
            case LoggedIn(var tokens) -> tokens;
            case LogInRefused() -> throw LogInApi.refused();
            case LogInThrottled(var wait) -> throw ProblemException.tooManyRequests(wait);
            case LogInElsewhere(var issuer) -> throw LogInApi.elsewhere(issuer);
        };
    }
}
