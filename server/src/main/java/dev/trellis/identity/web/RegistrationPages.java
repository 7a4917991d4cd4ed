package dev.trellis.identity.web;

import dev.trellis.identity.Client;
import dev.trellis.identity.NewAccount;
import dev.trellis.identity.RegistrationMode;
import dev.trellis.identity.Registrations;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Pages;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Zones;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Making an account with a browser; an invite may lead here with its code. */
@Path("/app/register")
@ForBrowsers
@Access(open = true)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class RegistrationPages {
    private final Registrations registrations;
    private final BrowserEntrance entrance;
    private final Forms forms;
    private final Caller caller;
    private final NetworkAddress address;

    RegistrationPages(
            Registrations registrations, BrowserEntrance entrance, Forms forms, Caller caller, NetworkAddress address) {
        this.registrations = registrations;
        this.entrance = entrance;
        this.forms = forms;
        this.caller = caller;
        this.address = address;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance register(Form form, boolean byInvite, List<String> zones);
    }

    @GET
    public Response page(@QueryParam("invite") @Nullable String invite) {
        if (caller.isKnown()) {
            return Response.seeOther(URI.create(Pages.ROOT)).build();
        }
        var form = Form.empty().with("invite_code", invite).with("time_zone", "UTC");
        return Response.ok(shown(form)).build();
    }

    @POST
    public Response register(@HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent, Form form) {
        var account = new NewAccount(
                form.text("email"),
                form.secret("password"),
                form.text("display_name"),
                form.text("time_zone"),
                null,
                null,
                form.optionalText("invite_code"));
        return forms.handle(
                form,
                account,
                () -> {
                    entrance.letIn(RegistrationApi.tokens(
                            registrations.register(account, Client.browser(userAgent), address.ofCaller())));
                    return Response.seeOther(URI.create("/app/onboarding")).build();
                },
                this::shown);
    }

    private TemplateInstance shown(Form form) {
        return Templates.register(form, registrations.mode() != RegistrationMode.OPEN, Zones.ALL);
    }
}
