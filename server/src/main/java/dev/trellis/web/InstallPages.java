package dev.trellis.web;

import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Assets;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What makes the app one that a phone can install and open without a network. */
@Path("/app")
@ForBrowsers
@Access(open = true)
@RunOnVirtualThread
public class InstallPages {
    private final Assets assets;

    InstallPages(Assets assets) {
        this.assets = assets;
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance offline();
    }

    /** A web app manifest; see the W3C's Application Manifest. */
    public record Manifest(
            String id,
            String name,
            String shortName,
            String description,
            String startUrl,
            String scope,
            String display,
            String backgroundColor,
            String themeColor,
            List<Icon> icons) {
        /** A picture for the home screen; {@code maskable} ones may be cut to any shape. */
        public record Icon(String src, String sizes, String type, String purpose) {}
    }

    @GET
    @Path("/manifest.webmanifest")
    @Produces("application/manifest+json")
    public Manifest manifest() {
        return new Manifest(
                "/app",
                "Trellis",
                "Trellis",
                "From something should change to here is what changed, and how sure we are.",
                "/app/today",
                "/app",
                "standalone",
                "#faf6ee",
                "#24543f",
                List.of(
                        new Manifest.Icon(assets.url("mark-192.png"), "192x192", "image/png", "any"),
                        new Manifest.Icon(assets.url("mark-512.png"), "512x512", "image/png", "any"),
                        new Manifest.Icon(assets.url("mark-maskable.png"), "512x512", "image/png", "maskable")));
    }

    /** The script that works without a network; at a fixed address, for it is known by it, and for all of the app. */
    @GET
    @Path("/worker.js")
    @Produces("text/javascript")
    public Response worker() {
        return Response.ok(assets.find("worker.js").orElseThrow().bytes())
                .header("Service-Worker-Allowed", "/app")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    @GET
    @Path("/offline")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance offline() {
        return Templates.offline();
    }
}
