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
import dev.trellis.students.Course;
import dev.trellis.students.CourseBreak;
import dev.trellis.students.CourseItem;
import dev.trellis.students.Courses;
import dev.trellis.students.Courses.Change;
import dev.trellis.students.NewCourse;
import dev.trellis.students.StaffMember;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Courses, what is asked in them, when they pause and who teaches them; for registrars. */
@Path("/courses")
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Tag(name = "Rosters")
public class CoursesApi {
    private final Courses courses;
    private final Caller caller;
    private final Once once;

    CoursesApi(Courses courses, Caller caller, Once once) {
        this.courses = courses;
        this.caller = caller;
        this.once = once;
    }

    /** Items to be added or replaced. */
    public record Items(@NotEmpty @Size(max = 1000) List<@Valid @NotNull CourseItem> items) {}

    @POST
    @Operation(summary = "Create a course")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Course.class)))
    public Response create(@NotNull @Valid NewCourse body) {
        var registrar = caller.as(Role.ADMIN);
        return once.answer(registrar, body, () -> {
            var course = done(courses.create(registrar, body));
            return Answer.created("/courses/" + course.id(), course);
        });
    }

    @GET
    @Operation(summary = "Courses, newest first")
    public Page<Course> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return courses.list(caller.as(Role.ADMIN), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One course")
    public Course find(@PathParam("id") UUID id) {
        return courses.find(caller.as(Role.ADMIN), id).orElseThrow(() -> ProblemException.notFound("course"));
    }

    @PUT
    @Path("/{id}/items")
    @Operation(summary = "Add what is asked of students, or replace it by its source id")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Course.class)))
    public Response putItems(@PathParam("id") UUID id, @NotNull @Valid Items body) {
        var registrar = caller.as(Role.ADMIN);
        return once.answer(registrar, body, () -> Answer.ok(done(courses.putItems(registrar, id, body.items()))));
    }

    @POST
    @Path("/{id}/breaks")
    @Operation(summary = "Publish a break; its days count for nothing")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Course.class)))
    public Response publishBreak(@PathParam("id") UUID id, @NotNull @Valid CourseBreak body) {
        var registrar = caller.as(Role.ADMIN);
        return once.answer(registrar, body, () -> Answer.ok(done(courses.putBreak(registrar, id, body))));
    }

    @PUT
    @Path("/{id}/staff/{trainer_id}")
    @Operation(summary = "Make a trainer part of the staff, or change what they are there")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Course.class)))
    public Response putStaff(
            @PathParam("id") UUID id, @PathParam("trainer_id") UUID trainerId, @NotNull @Valid StaffMember body) {
        var registrar = caller.as(Role.ADMIN);
        return once.answer(registrar, body, () -> Answer.ok(done(courses.putStaff(registrar, id, trainerId, body))));
    }

    @DELETE
    @Path("/{id}/staff/{trainer_id}")
    @Operation(summary = "End somebody's part in a course; they no longer see its students")
    @APIResponse(responseCode = "204")
    public Response removeStaff(@PathParam("id") UUID id, @PathParam("trainer_id") UUID trainerId) {
        var registrar = caller.as(Role.ADMIN);
        return once.answer(registrar, null, () -> {
            done(courses.removeStaff(registrar, id, trainerId));
            return Answer.done();
        });
    }

    private static Course done(Change change) {
        return switch (change) {
            case Change.Done(var course) -> course;
            case Change.NotInOrder() ->
                throw ProblemException.invalid(
                        "", "The last day is not before the first, nor a break longer than a year.");
            case Change.SourceIdTaken() ->
                throw new ProblemException(ProblemType.ALREADY_EXISTS, "Another course has this source id.");
            case Change.NoTrainer() -> throw ProblemException.notFound("trainer");
            case Change.Unknown() -> throw ProblemException.notFound("course");
        };
    }
}
