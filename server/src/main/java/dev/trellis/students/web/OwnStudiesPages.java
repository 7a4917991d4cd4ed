package dev.trellis.students.web;

import dev.trellis.platform.Actor;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.safety.web.HelpPage;
import dev.trellis.students.OwnStudies;
import dev.trellis.students.OwnStudies.CourseTrainer;
import dev.trellis.students.OwnStudies.Look;
import dev.trellis.students.OwnStudies.OwnCase;
import dev.trellis.students.OwnStudies.OwnEvent;
import dev.trellis.students.StudentFiles;
import dev.trellis.students.StudentFiles.StudentFile;
import dev.trellis.students.web.OwnStudiesApi.NewComment;
import dev.trellis.students.web.StudentPages.CourseView;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A student's own side: what is said of them and why, from what, who looked; their word, and their choice. */
@Path(OwnStudiesPages.ADDRESS)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class OwnStudiesPages {
    static final String ADDRESS = "/app/studies";

    private final OwnStudies studies;
    private final StudentFiles files;
    private final Forms forms;
    private final Caller caller;

    OwnStudiesPages(OwnStudies studies, StudentFiles files, Forms forms, Caller caller) {
        this.studies = studies;
        this.files = files;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "students")
    static class Templates {
        static native TemplateInstance studies(View view, Form form);

        static native TemplateInstance studiesData(List<Told> items, String next);

        static native TemplateInstance studiesLooks(List<Seen> items, String next);
    }

    /** Everything at one look. */
    public record View(boolean automatedScoring, List<Course> courses, List<Option> choices) {}

    /** One course, with who works with the student there and the cases about them. */
    public record Course(CourseView own, List<CourseTrainer> trainers, List<OwnCase> cases) {}

    /** Something the student did, with the course's title. */
    public record Told(OwnEvent event, String course) {
        /** What was handed in, how it was graded, whether they were there. */
        public String detail() {
            var item = Objects.requireNonNullElse(event.item(), "");
            var value = event.value();
            if (value == null) {
                return item;
            }
            return switch (event.kind()) {
                case ATTENDANCE -> value.signum() > 0 ? "there" : "not there";
                case GRADE ->
                    value.stripTrailingZeros().toPlainString() + " of 100" + (item.isEmpty() ? "" : ", " + item);
                default -> item;
            };
        }
    }

    /** Somebody who looked, and what they did. */
    public record Seen(Look look, String who, String did) {}

    @GET
    public TemplateInstance page() {
        return shown(caller.actor(), Form.empty());
    }

    @GET
    @Path("/data")
    public TemplateInstance data(@QueryParam("cursor") @Nullable String cursor) {
        var student = caller.actor();
        var titles = titles(student);
        var page = studies.events(student, PageRequest.of(50, cursor));
        return Templates.studiesData(
                page.items().stream()
                        .map(event -> new Told(event, titles.getOrDefault(event.courseId(), "")))
                        .toList(),
                Objects.requireNonNullElse(page.nextCursor(), ""));
    }

    @GET
    @Path("/looks")
    public TemplateInstance looks(@QueryParam("cursor") @Nullable String cursor) {
        var page = studies.looks(caller.actor(), PageRequest.of(50, cursor));
        return Templates.studiesLooks(
                page.items().stream()
                        .map(look -> new Seen(
                                look,
                                look.name() == null
                                                || Objects.requireNonNull(look.name())
                                                        .isBlank()
                                        ? "Somebody of the institution"
                                        : Objects.requireNonNull(look.name()),
                                StudentWords.looked(look.action())))
                        .toList(),
                Objects.requireNonNullElse(page.nextCursor(), ""));
    }

    @POST
    @Path("/comments")
    public Response comment(Form form) {
        var student = caller.actor();
        var course = WorklistPages.id(form.text("course_id"));
        if (course == null) {
            form.refuse("course_id", "Choose the course.");
        }
        var wanted = new NewComment(Objects.requireNonNullElse(course, new UUID(0, 0)), form.text("text"));
        return forms.handleOnce(
                student,
                form,
                wanted,
                () -> {
                    var said = studies.comment(student, wanted.courseId(), wanted.text())
                            .orElseThrow(() -> ProblemException.notFound("course of mine"));
                    return said.safety() == null
                            ? Next.to(ADDRESS).saying("Your trainers in the course can read it now.")
                            : Next.to(HelpPage.before(ADDRESS));
                },
                again -> shown(student, again));
    }

    @POST
    @Path("/scoring")
    public Response choose(Form form) {
        var student = caller.actor();
        var scored = form.isTicked("automated_scoring");
        return forms.press(student, form, () -> {
            studies.choose(student, scored);
            return Next.to(ADDRESS)
                    .saying(
                            scored
                                    ? "From the next evaluation on you have a level again."
                                    : "No machine gives you a level any more. What trainers raise remains.");
        });
    }

    private TemplateInstance shown(Actor student, Form form) {
        var overview = studies.overview(student);
        var file = files.of(student, student.userId()).map(StudentFile::courses).orElse(List.of());
        var courses = file.stream()
                .map(course -> new Course(
                        StudentPages.drawn(course),
                        overview.trainers().stream()
                                .filter(one ->
                                        one.courseId().equals(course.risk().courseId()))
                                .toList(),
                        overview.cases().stream()
                                .filter(one ->
                                        one.courseId().equals(course.risk().courseId()))
                                .toList()))
                .toList();
        var choices = file.stream()
                .map(course -> Option.of(
                        course.risk().courseId().toString(), course.risk().courseTitle()))
                .toList();
        if (!form.has("course_id") && !choices.isEmpty()) {
            form.with("course_id", choices.getFirst().value());
        }
        return Templates.studies(new View(overview.automatedScoring(), courses, choices), form);
    }

    private Map<UUID, String> titles(Actor student) {
        return studies.overview(student).courses().stream()
                .collect(Collectors.toMap(
                        course -> course.courseId(), course -> course.courseTitle(), (one, same) -> one));
    }
}
