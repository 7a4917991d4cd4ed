package dev.trellis.web;

import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Pages;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Whoever opens the bare address of the server means the app. */
@Path("/")
@ForBrowsers
@Access(open = true)
@RunOnVirtualThread
public class RootPages {
    private final CurrentVertxRequest current;

    RootPages(CurrentVertxRequest current) {
        this.current = current;
    }

    @GET
    public Response toTheApp() {
        if (!current.getCurrent().request().path().equals("/")) {
            // Slashes alone are read as this address, too, and are none.
            throw ProblemException.notFound("address");
        }
        return Response.seeOther(URI.create(Pages.ROOT)).build();
    }
}
