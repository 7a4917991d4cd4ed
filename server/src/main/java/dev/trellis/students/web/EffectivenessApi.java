package dev.trellis.students.web;

import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Scope;
import dev.trellis.students.Effectiveness;
import dev.trellis.students.Effectiveness.Report;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether what was done helped. */
@Path("/student-interventions/effectiveness")
@Access(role = Role.TRAINER, scopes = Scope.TEACH)
@RunOnVirtualThread
@Tag(name = "Student cases")
public class EffectivenessApi {
    private final Effectiveness effectiveness;
    private final Caller caller;

    EffectivenessApi(Effectiveness effectiveness, Caller caller) {
        this.effectiveness = effectiveness;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Outcomes by type against comparable untreated students, in courses I lead; nobody is named")
    public Report report(@QueryParam("course_id") @Nullable UUID courseId) {
        return effectiveness.report(caller.as(Role.TRAINER), courseId);
    }
}
