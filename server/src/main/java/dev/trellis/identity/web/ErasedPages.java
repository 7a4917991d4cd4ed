package dev.trellis.identity.web;

import dev.trellis.identity.Erasure;
import dev.trellis.identity.ErasureReceipt;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.ForBrowsers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** The last page of somebody who left: that everything is gone, with a receipt that says nothing about them. */
@Path(ErasedPages.ADDRESS)
@ForBrowsers
@Access(open = true)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ErasedPages {
    static final String ADDRESS = "/app/erased";

    /** Nobody is left whose time zone it could be told in. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Erasure erasure;

    ErasedPages(Erasure erasure) {
        this.erasure = erasure;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance erased(ErasureReceipt receipt, String erasedAt);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance page(@PathParam("id") UUID id) {
        var receipt = erasure.receipt(id).orElseThrow(() -> ProblemException.notFound("receipt"));
        return Templates.erased(receipt, MOMENT.format(receipt.erasedAt()));
    }
}
