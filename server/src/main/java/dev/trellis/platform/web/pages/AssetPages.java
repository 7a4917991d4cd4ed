package dev.trellis.platform.web.pages;

import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.ForBrowsers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Hands out the files of {@link Assets}; whatever version was asked for, the one there is. */
@Path("/app/assets/{version}/{name}")
@ForBrowsers(sameForEverybody = true)
@Access(open = true)
@RunOnVirtualThread
public class AssetPages {
    private final Assets assets;

    AssetPages(Assets assets) {
        this.assets = assets;
    }

    @GET
    public Response file(@PathParam("version") String version, @PathParam("name") String name) {
        var asset = assets.find(name).orElseThrow(() -> ProblemException.notFound("file"));
        var current = asset.version().equals(version);
        return Response.ok(asset.bytes(), asset.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, current ? "public, max-age=31536000, immutable" : "no-cache")
                .build();
    }
}
