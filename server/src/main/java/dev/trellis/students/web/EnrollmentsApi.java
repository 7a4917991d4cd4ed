package dev.trellis.students.web;

import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import dev.trellis.students.CourseBreak;
import dev.trellis.students.Enrollment;
import dev.trellis.students.Enrollments;
import dev.trellis.students.Enrollments.Change;
import dev.trellis.students.NewEnrollment;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Who is in which course, and who works with them there; for registrars. */
@Path("/enrollments")
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Tag(name = "Rosters")
public class EnrollmentsApi {
    private final Enrollments enrollments;
    private final Caller caller;
    private final Once once;

    EnrollmentsApi(Enrollments enrollments, Caller caller, Once once) {
        this.enrollments = enrollments;
        this.caller = caller;
        this.once = once;
    }

    /**
     * How an enrollment stands.
     *
     * @param endedOn the last day of the course when absent
     */
    public record EnrollmentStatus(
            @NotNull Enrollment.Status status, @Nullable LocalDate endedOn) {}

    @POST
    @Operation(summary = "Enroll a student in a course")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Enrollment.class)))
    public Response enroll(@NotNull @Valid NewEnrollment body) {
        var registrar = caller.as(Role.ADMIN);
        return once.answer(registrar, body, () -> {
            var enrollment = done(enrollments.enroll(registrar, body));
            return Answer.created("/enrollments/" + enrollment.id(), enrollment);
        });
    }

    @GET
    @Operation(summary = "The enrollments of a course, newest first; written to the audit log")
    public Page<Enrollment> list(
            @QueryParam("course_id") @NotNull UUID courseId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return enrollments.list(caller.as(Role.ADMIN), courseId, PageRequest.of(limit, cursor));
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "End an enrollment, or take the end back")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Enrollment.class)))
    public Response end(@PathParam("id") UUID id, @NotNull @Valid EnrollmentStatus body) {
        var registrar = caller.as(Role.ADMIN);
        return once.answer(
                registrar, body, () -> Answer.ok(done(enrollments.end(registrar, id, body.status(), body.endedOn()))));
    }

    @PUT
    @Path("/{id}/trainers/{trainer_id}")
    @Operation(summary = "Have a trainer of the course work with the student")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Enrollment.class)))
    public Response assign(@PathParam("id") UUID id, @PathParam("trainer_id") UUID trainerId) {
        var registrar = caller.as(Role.ADMIN);
        return once.answer(registrar, null, () -> Answer.ok(done(enrollments.assign(registrar, id, trainerId))));
    }

    @POST
    @Path("/{id}/absences")
    @Operation(summary = "Excuse a student for days that then count for nothing")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Enrollment.class)))
    public Response excuse(@PathParam("id") UUID id, @NotNull @Valid CourseBreak body) {
        var registrar = caller.as(Role.ADMIN);
        return once.answer(registrar, body, () -> Answer.ok(done(enrollments.excuse(registrar, id, body))));
    }

    private static Enrollment done(Change change) {
        return switch (change) {
            case Change.Done(var enrollment) -> enrollment;
            case Change.AlreadyEnrolled() ->
                throw new ProblemException(ProblemType.ALREADY_EXISTS, "The student is in this course already.");
            case Change.Unknown(var what) -> throw ProblemException.notFound(what);
            case Change.NotStaff() ->
                throw ProblemException.invalid("/trainer_id", "The trainer is not of this course's staff.");
            case Change.NotInOrder() ->
                throw ProblemException.invalid(
                        "/until_day", "The last day is not before the first, nor a year behind it.");
        };
    }
}
