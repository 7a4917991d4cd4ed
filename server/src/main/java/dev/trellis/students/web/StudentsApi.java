package dev.trellis.students.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import dev.trellis.safety.SafetyNotice;
import dev.trellis.students.Concerns;
import dev.trellis.students.RiskView.AtRisk;
import dev.trellis.students.RiskView.Concern;
import dev.trellis.students.RiskView.Reproduction;
import dev.trellis.students.RiskView.StudentRisk;
import dev.trellis.students.StudentRisks;
import dev.trellis.students.risk.RiskLevel;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How much support students seem to need, and why. */
@Path("/students")
@RunOnVirtualThread
@Tag(name = "Students")
public class StudentsApi {
    private final StudentRisks risks;
    private final Concerns concerns;
    private final Viewers viewers;
    private final Caller caller;
    private final Once once;

    StudentsApi(StudentRisks risks, Concerns concerns, Viewers viewers, Caller caller, Once once) {
        this.risks = risks;
        this.concerns = concerns;
        this.viewers = viewers;
        this.caller = caller;
        this.once = once;
    }

    /** What worries a trainer, for the student to read too. */
    public record NewConcern(
            @NotNull UUID courseId,
            @NotBlank @Size(max = 1000) String reason) {}

    /** The concern that was raised, and {@code safety} when its words gave reason to worry about the student. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RaisedConcern(
            @JsonUnwrapped Concern concern, @Nullable SafetyNotice safety) {}

    @GET
    @Path("/at-risk")
    @Access(role = Role.TRAINER, scopes = Scope.TEACH)
    @Operation(summary = "My students who may need support, those who need it most first; written to the audit log")
    public Page<AtRisk> atRisk(
            @QueryParam("course_id") @Nullable UUID courseId,
            @QueryParam("level") @Nullable RiskLevel atLeast,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return risks.atRisk(caller.as(Role.TRAINER), courseId, atLeast, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}/risk")
    @Operation(summary = "Level, reasons and the values behind them; my own, or a student's I work with (then audited)")
    public StudentRisk risk(@PathParam("id") UUID id) {
        return risks.of(viewers.of(id), id).orElseThrow(() -> ProblemException.notFound("student"));
    }

    @GET
    @Path("/{id}/risk/{day}")
    @Operation(summary = "A past day worked out anew, from what was known then")
    public Reproduction reproduce(
            @PathParam("id") UUID id,
            @PathParam("day") LocalDate day,
            @QueryParam("course_id") @Nullable UUID courseId) {
        var viewer = viewers.of(id);
        if (courseId == null) {
            throw ProblemException.invalid("/query/course_id", "Say in which course.");
        }
        return risks.reproduce(viewer, id, courseId, day)
                .orElseThrow(() -> ProblemException.notFound("evaluation of this student on that day"));
    }

    @POST
    @Path("/{id}/concerns")
    @Operation(summary = "Raise a concern about a student I work with; the student can read it")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RaisedConcern.class)))
    public Response raise(@PathParam("id") UUID id, @NotNull @Valid NewConcern body) {
        var trainer = viewers.trainer("student");
        return once.answer(
                trainer,
                body,
                () -> Answer.created(
                        "/students/" + id + "/risk",
                        concerns.raise(
                                        trainer,
                                        id,
                                        body.courseId(),
                                        body.reason().strip())
                                .map(raised -> new RaisedConcern(raised.concern(), raised.safety()))
                                .orElseThrow(() -> ProblemException.notFound("student"))));
    }
}
