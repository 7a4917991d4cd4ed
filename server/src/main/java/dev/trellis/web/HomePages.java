package dev.trellis.web;

import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Where the app begins, what else there is on a phone, and what to say where nothing is. */
@Path("/app")
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class HomePages {
    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance more();
    }

    @GET
    public Response first() {
        return Response.seeOther(URI.create(Pages.ROOT + "/today")).build();
    }

    @GET
    @Path("/more")
    public TemplateInstance more() {
        return Templates.more();
    }

    @GET
    @Path("/{rest:.+}")
    @Access(open = true)
    public TemplateInstance nothing() {
        throw ProblemException.notFound("page");
    }
}
