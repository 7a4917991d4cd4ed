package dev.trellis.identity.web;

import dev.trellis.identity.DataExport;
import dev.trellis.identity.Erasure;
import dev.trellis.identity.ErasureReceipt;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person's data is theirs: take it along, or have it erased. */
@Path("/me")
@Access(scopes = Scope.ACCOUNT)
@RunOnVirtualThread
@Tag(name = "Account")
public class MyDataApi {
    private final DataExport export;
    private final Erasure erasure;
    private final Caller caller;
    private final Once once;

    MyDataApi(DataExport export, Erasure erasure, Caller caller, Once once) {
        this.export = export;
        this.erasure = erasure;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Path("export")
    @Produces("application/zip")
    @Operation(summary = "Everything the server keeps about me, as one archive of JSON and CSV files")
    public Response export() {
        var actor = caller.actor();
        StreamingOutput archive = out -> export.write(actor, out);
        return Response.ok(archive)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trellis-export.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Operation(summary = "Erase me and everything that is mine, at once and for good")
    @APIResponseSchema(ErasureReceipt.class)
    public Response erase() {
        var actor = caller.actor();
        return once.answer(actor, null, () -> Answer.ok(erasure.erase(actor)));
    }
}
