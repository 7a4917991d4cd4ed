package dev.trellis.platform.web;

import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The documentation page that the {@code type} of every problem leads to. */
@Path("/problems/{slug}")
@Access(open = true)
@RunOnVirtualThread
@Tag(name = "Problems")
public class ProblemApi {
    /** What this problem means and what to do about it. */
    public record ProblemDocumentation(String type, int status, String title, String explanation) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What a problem means and what to do about it")
    public ProblemDocumentation explain(@PathParam("slug") String slug) {
        var type = ProblemType.ofSlug(slug).orElseThrow(() -> ProblemException.notFound("problem"));
        return new ProblemDocumentation("/problems/" + type.slug(), type.status(), type.title(), type.explanation());
    }
}
