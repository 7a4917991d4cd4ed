package dev.trellis.students.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.MergePatch;
import dev.trellis.platform.web.Once;
import dev.trellis.safety.SafetyNotice;
import dev.trellis.students.CaseChange;
import dev.trellis.students.CaseStatus;
import dev.trellis.students.CaseWork;
import dev.trellis.students.CaseWork.Description;
import dev.trellis.students.DismissalReason;
import dev.trellis.students.NewStudentCase;
import dev.trellis.students.StudentCase;
import dev.trellis.students.StudentCases;
import dev.trellis.students.StudentCases.CaseFile;
import dev.trellis.students.risk.InterventionType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cases, for the trainers of the students they are about. Every read and every step is in the student's audit log. */
@Path("/student-interventions")
@RunOnVirtualThread
@Tag(name = "Student cases")
public class StudentInterventionsApi {
    private static final String CASE = "case";

    private final StudentCases cases;
    private final CaseWork work;
    private final Viewers viewers;
    private final MergePatch patches;
    private final Once once;

    StudentInterventionsApi(StudentCases cases, CaseWork work, Viewers viewers, MergePatch patches, Once once) {
        this.cases = cases;
        this.work = work;
        this.viewers = viewers;
        this.patches = patches;
        this.once = once;
    }

    /** A case after a step, and {@code safety} when words that were written gave reason to worry about the student. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SteppedCase(
            @JsonUnwrapped StudentCase current, @Nullable SafetyNotice safety) {
        static SteppedCase of(CaseChange change) {
            var done = CaseAnswers.done(change);
            return new SteppedCase(done.current(), done.safety());
        }
    }

    /** Who should have the case. */
    public record Assignment(@NotNull UUID trainerId) {}

    /**
     * An attempt to help.
     *
     * @param reached false when the student did not answer
     * @param day today when absent
     */
    public record NewContact(
            @NotNull InterventionType interventionType,
            @NotNull Boolean reached,
            @Nullable LocalDate day) {}

    /** What is to be said at the end. */
    public record Resolution(@Nullable @Size(max = 4000) String resolutionNotes) {}

    /** Why the case needs nothing. */
    public record Dismissal(
            @NotNull DismissalReason reason,
            @Nullable @Size(max = 4000) String resolutionNotes) {}

    @GET
    @Operation(summary = "Cases of students I work with, newest first; written to the students' audit logs")
    public Page<StudentCase> list(
            @QueryParam("status") @Nullable CaseStatus status,
            @QueryParam("student_id") @Nullable UUID studentId,
            @QueryParam("course_id") @Nullable UUID courseId,
            @QueryParam("mine") @Nullable Boolean mine,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var page = PageRequest.of(limit, cursor);
        return viewers.isTrainer()
                ? cases.list(viewers.trainer(CASE), status, studentId, courseId, Boolean.TRUE.equals(mine), page)
                : new Page<>(List.of(), null);
    }

    @POST
    @Operation(summary = "Open a case for a student I work with; it is mine")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SteppedCase.class)))
    public Response open(@NotNull @Valid NewStudentCase body) {
        var trainer = viewers.trainer("student");
        return once.answer(trainer, body, () -> {
            var opened = SteppedCase.of(cases.open(trainer, body));
            return Answer.created("/student-interventions/" + opened.current().id(), opened);
        });
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A case, what was tried and everything that changed; written to the student's audit log")
    public CaseFile find(@PathParam("id") UUID id) {
        return cases.find(viewers.trainer(CASE), id).orElseThrow(() -> ProblemException.notFound(CASE));
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Change the type or the notes of a case")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Description.class)))
    @APIResponseSchema(SteppedCase.class)
    public Response describe(@PathParam("id") UUID id, @NotNull ObjectNode body) {
        return step(
                body,
                trainer -> work.describe(trainer, id, current -> patches.apply(current, body, Description.class)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Take a case of a course I lead out of every list; its history stays")
    @APIResponse(responseCode = "204")
    public Response delete(@PathParam("id") UUID id) {
        var lead = viewers.trainer(CASE);
        return once.answer(lead, null, () -> {
            CaseAnswers.done(work.delete(lead, id));
            return Answer.done();
        });
    }

    @POST
    @Path("/{id}/assign")
    @Operation(summary = "Take a case nobody has, or, as a lead, give it to a trainer of the course")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SteppedCase.class)))
    public Response assign(@PathParam("id") UUID id, @NotNull @Valid Assignment body) {
        return step(body, trainer -> work.assign(trainer, id, body.trainerId()));
    }

    @POST
    @Path("/{id}/start")
    @Operation(summary = "Begin with a case")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SteppedCase.class)))
    public Response start(@PathParam("id") UUID id) {
        return step(null, trainer -> work.start(trainer, id));
    }

    @POST
    @Path("/{id}/contacts")
    @Operation(summary = "Note an attempt to help; the first counts as the contact the outcome is measured from")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SteppedCase.class)))
    public Response contact(@PathParam("id") UUID id, @NotNull @Valid NewContact body) {
        return step(body, trainer -> work.contact(trainer, id, body.interventionType(), body.reached(), body.day()));
    }

    @POST
    @Path("/{id}/resolve")
    @Operation(summary = "Resolve a case that was begun")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SteppedCase.class)))
    public Response resolve(@PathParam("id") UUID id, @Valid @Nullable Resolution body) {
        return step(body, trainer -> work.resolve(trainer, id, body == null ? null : body.resolutionNotes()));
    }

    @POST
    @Path("/{id}/dismiss")
    @Operation(summary = "Dismiss a case that needs nothing, and say why")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SteppedCase.class)))
    public Response dismiss(@PathParam("id") UUID id, @NotNull @Valid Dismissal body) {
        return step(body, trainer -> work.dismiss(trainer, id, body.reason(), body.resolutionNotes()));
    }

    private Response step(@Nullable Object body, Function<Actor, CaseChange> step) {
        var trainer = viewers.trainer(CASE);
        return once.answer(trainer, body, () -> Answer.ok(SteppedCase.of(step.apply(trainer))));
    }
}
