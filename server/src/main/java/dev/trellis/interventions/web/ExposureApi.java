package dev.trellis.interventions.web;

import dev.trellis.interventions.ExposureReport;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How evenly the catalogue is shown. */
@Path("/operations/exposure")
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Tag(name = "Operations")
public class ExposureApi {
    private final ExposureReport exposure;

    ExposureApi(ExposureReport exposure) {
        this.exposure = exposure;
    }

    @GET
    @Operation(
            summary = "How evenly the catalogue was shown in the last 30 days, with the Gini coefficient of exposure")
    public ExposureReport.Report report() {
        return exposure.now();
    }
}
