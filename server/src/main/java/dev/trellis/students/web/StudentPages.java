package dev.trellis.students.web;

import dev.trellis.identity.AccountClaims;
import dev.trellis.identity.web.ClaimLinks;
import dev.trellis.platform.Actor;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Chart;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.safety.web.HelpPage;
import dev.trellis.students.Concerns;
import dev.trellis.students.NewStudentCase;
import dev.trellis.students.RiskView.AtRisk;
import dev.trellis.students.StudentCase;
import dev.trellis.students.StudentCases;
import dev.trellis.students.StudentFiles;
import dev.trellis.students.StudentFiles.CourseFile;
import dev.trellis.students.StudentFiles.StudentFile;
import dev.trellis.students.StudentRisks;
import dev.trellis.students.TaughtCourses;
import dev.trellis.students.TaughtCourses.TaughtCourse;
import dev.trellis.students.risk.InterventionType;
import dev.trellis.students.risk.RiskLevel;
import dev.trellis.students.web.StudentsApi.NewConcern;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The students somebody works with: who may need support, and each of them through the weeks. */
@Path(StudentPages.ADDRESS)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class StudentPages {
    static final String ADDRESS = "/app/students";

    private static final String STUDENT = "student";

    private final StudentRisks risks;
    private final StudentFiles files;
    private final StudentCases cases;
    private final Concerns concerns;
    private final TaughtCourses courses;
    private final AccountClaims claims;
    private final ClaimLinks links;
    private final Viewers viewers;
    private final Forms forms;

    StudentPages(
            StudentRisks risks,
            StudentFiles files,
            StudentCases cases,
            Concerns concerns,
            TaughtCourses courses,
            AccountClaims claims,
            ClaimLinks links,
            Viewers viewers,
            Forms forms) {
        this.risks = risks;
        this.files = files;
        this.cases = cases;
        this.concerns = concerns;
        this.courses = courses;
        this.claims = claims;
        this.links = links;
        this.viewers = viewers;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "students")
    static class Templates {
        static native TemplateInstance students(
                List<AtRisk> items, String next, String address, Form form, List<Option> courses, List<Option> levels);

        static native TemplateInstance student(View view, Form form, List<Option> types);
    }

    /** A course of the student, drawn. */
    public record CourseView(CourseFile file, List<Chart> charts, List<LevelDay> levels) {}

    /** What was said at the end of a day, and why. */
    public record LevelDay(LocalDate day, RiskLevel level, String reasons) {}

    /**
     * The student.
     *
     * @param letsIn whether whoever looks may make the link with which the student takes their account
     */
    public record View(
            UUID studentId,
            String studentName,
            List<CourseView> courses,
            List<StudentCase> cases,
            List<Option> choices,
            boolean letsIn) {
        /** Where the student is. */
        public String address() {
            return ADDRESS + "/" + studentId;
        }
    }

    @GET
    public TemplateInstance list(
            @QueryParam("course") @Nullable String course,
            @QueryParam("level") @Nullable String level,
            @QueryParam("cursor") @Nullable String cursor) {
        var trainer = viewers.trainer("page");
        var wantedCourse = course == null ? null : WorklistPages.id(course);
        var wantedLevel = Arrays.stream(RiskLevel.values())
                .filter(one -> one.wire().equals(level))
                .findFirst()
                .orElse(RiskLevel.MODERATE);
        var page = risks.atRisk(trainer, wantedCourse, wantedLevel, PageRequest.of(null, cursor));
        var address =
                ADDRESS + "?level=" + wantedLevel.wire() + (wantedCourse == null ? "" : "&course=" + wantedCourse);
        return Templates.students(
                page.items(),
                Objects.requireNonNullElse(page.nextCursor(), ""),
                address,
                Form.empty().with("level", wantedLevel).with("course", wantedCourse),
                options(courses.of(trainer)),
                StudentChoices.LEVELS);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance page(@PathParam("id") UUID id) {
        return shown(viewers.trainer(STUDENT), id, Form.empty());
    }

    @POST
    @Path("/{id}/concerns")
    public Response raise(@PathParam("id") UUID id, Form form) {
        var trainer = viewers.trainer(STUDENT);
        var wanted = new NewConcern(course(form), form.text("reason"));
        return forms.handleOnce(
                trainer,
                form,
                wanted,
                () -> {
                    var raised = concerns.raise(trainer, id, wanted.courseId(), wanted.reason())
                            .orElseThrow(() -> ProblemException.notFound(STUDENT));
                    return raised.safety() == null
                            ? Next.to(at(id)).saying("Raised. It counts from the next evaluation on.")
                            : Next.to(HelpPage.before(at(id))).saying("Raised. Please read this first.");
                },
                again -> shown(trainer, id, again));
    }

    @POST
    @Path("/{id}/cases")
    public Response open(@PathParam("id") UUID id, Form form) {
        var trainer = viewers.trainer(STUDENT);
        var wanted = new NewStudentCase(
                id, course(form), form.choice("intervention_type", InterventionType.class), form.optionalText("notes"));
        return forms.handleOnce(
                trainer,
                form,
                wanted,
                () -> {
                    var opened = CaseAnswers.done(cases.open(trainer, wanted));
                    var to = CasePages.ADDRESS + "/" + opened.current().id();
                    return opened.safety() == null
                            ? Next.to(to).saying("The case is open, and yours.")
                            : Next.to(HelpPage.before(to)).saying("The case is open. Please read this first.");
                },
                again -> shown(trainer, id, again));
    }

    /** A link for a student whose account a roster made; for leads of a course the student is in. */
    @POST
    @Path("/{id}/claim")
    public Response letIn(@PathParam("id") UUID id, Form form) {
        var lead = viewers.trainer(STUDENT);
        var file = required(lead, id);
        if (!leadsOneOf(lead, file)) {
            throw ProblemException.notFound(STUDENT);
        }
        return links.shown(claims.make(lead, id), at(id));
    }

    private TemplateInstance shown(Actor trainer, UUID id, Form form) {
        var file = required(trainer, id);
        var view = new View(
                id,
                file.studentName(),
                file.courses().stream().map(StudentPages::drawn).toList(),
                cases.list(trainer, null, id, null, false, PageRequest.of(50, null))
                        .items(),
                file.courses().stream()
                        .map(course -> Option.of(
                                course.risk().courseId().toString(),
                                course.risk().courseTitle()))
                        .toList(),
                leadsOneOf(trainer, file) && claims.waits(id));
        return Templates.student(view, preset(form, file), StudentChoices.TYPES);
    }

    private StudentFile required(Actor trainer, UUID id) {
        if (id.equals(trainer.userId())) {
            throw ProblemException.notFound(STUDENT);
        }
        return files.of(trainer, id).orElseThrow(() -> ProblemException.notFound(STUDENT));
    }

    private boolean leadsOneOf(Actor trainer, StudentFile file) {
        var led = courses.of(trainer).stream()
                .filter(TaughtCourse::isLed)
                .map(TaughtCourse::courseId)
                .toList();
        return file.courses().stream()
                .anyMatch(course -> led.contains(course.risk().courseId()));
    }

    static CourseView drawn(CourseFile file) {
        return new CourseView(
                file,
                IndicatorCharts.of(file.measured(), file.passMark().doubleValue()),
                file.risk().history().stream()
                        .map(one -> new LevelDay(one.assessedOn(), one.level(), CaseLines.reasons(one.reasons())))
                        .toList());
    }

    private static Form preset(Form form, StudentFile file) {
        return form.has("course_id")
                ? form
                : form.with("course_id", file.courses().getFirst().risk().courseId());
    }

    private static UUID course(Form form) {
        var id = WorklistPages.id(form.text("course_id"));
        if (id == null) {
            form.refuse("course_id", "Choose the course.");
            return new UUID(0, 0);
        }
        return id;
    }

    private static List<Option> options(List<TaughtCourse> courses) {
        return courses.stream()
                .map(course -> Option.of(course.courseId().toString(), course.title()))
                .toList();
    }

    private static String at(UUID id) {
        return ADDRESS + "/" + id;
    }
}
