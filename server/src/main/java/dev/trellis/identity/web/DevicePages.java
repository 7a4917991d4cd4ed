package dev.trellis.identity.web;

import dev.trellis.identity.Session;
import dev.trellis.identity.Sessions;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Pages;
import dev.trellis.platform.web.Scope;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
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
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where one is logged in, and ending that. */
@Path(DevicePages.ADDRESS)
@ForBrowsers
@Access(scopes = Scope.ACCOUNT)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class DevicePages {
    static final String ADDRESS = "/app/settings/devices";

    private final Sessions sessions;
    private final BrowserEntrance entrance;
    private final Forms forms;
    private final Caller caller;

    DevicePages(Sessions sessions, BrowserEntrance entrance, Forms forms, Caller caller) {
        this.sessions = sessions;
        this.entrance = entrance;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance devices(List<Session> sessions, UUID here, String next);
    }

    @GET
    public TemplateInstance page(@QueryParam("cursor") @Nullable String cursor) {
        var page = sessions.list(caller.actor(), PageRequest.of(null, cursor));
        return Templates.devices(
                page.items(), caller.credentialId(), Objects.requireNonNullElse(page.nextCursor(), ""));
    }

    @POST
    @Path("/{id}/end")
    public Response end(@PathParam("id") UUID id, Form form) {
        var actor = caller.actor();
        return forms.press(actor, form, () -> {
            if (!sessions.end(actor, id)) {
                throw ProblemException.notFound("log-in; it may have ended already");
            }
            return Next.to(ADDRESS).saying("That device is logged out.");
        });
    }

    @POST
    @Path("/end-all")
    public Response endAll(Form form) {
        sessions.endAll(caller.actor());
        entrance.letOut();
        return Response.seeOther(URI.create(Pages.LOG_IN))
                .header("Clear-Site-Data", LogOutPages.FORGET)
                .build();
    }
}
