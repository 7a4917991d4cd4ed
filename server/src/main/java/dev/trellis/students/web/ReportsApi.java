package dev.trellis.students.web;

import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import dev.trellis.students.LevelReports;
import dev.trellis.students.risk.FairnessReport;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether levels were right, and equally right for everybody. */
@Path("/level-reports")
@Access(role = Role.TRAINER, scopes = Scope.TEACH)
@RunOnVirtualThread
@Tag(name = "Students")
public class ReportsApi {
    private final LevelReports reports;
    private final Caller caller;
    private final Once once;

    ReportsApi(LevelReports reports, Caller caller, Once once) {
        this.reports = reports;
        this.caller = caller;
        this.once = once;
    }

    /**
     * What to look at.
     *
     * @param courseId one course; all that the reader leads when absent
     * @param groups students by group, where the law lets the institution compare them; never kept
     */
    public record ReportRequest(
            @Nullable UUID courseId,

            @Nullable @Size(max = 20)
            Map<@Size(min = 1, max = 100) String, @Size(max = 20000) List<@NotNull UUID>> groups) {}

    @POST
    @Operation(summary = "Precision, error rates and calibration of levels in finished enrollments of courses I lead")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FairnessReport.class)))
    public Response report(@NotNull @Valid ReportRequest body) {
        var lead = caller.as(Role.TRAINER);
        return once.answer(
                lead,
                body,
                () -> Answer.ok(
                        reports.of(lead, body.courseId(), Objects.requireNonNullElse(body.groups(), Map.of()))));
    }
}
