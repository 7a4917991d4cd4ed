package dev.trellis.students.web;

import dev.trellis.platform.Actor;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.students.Effectiveness;
import dev.trellis.students.LevelReports;
import dev.trellis.students.RiskRuns;
import dev.trellis.students.RiskRuns.RequestedRun;
import dev.trellis.students.StudentRisks;
import dev.trellis.students.TaughtCourses;
import dev.trellis.students.TaughtCourses.TaughtCourse;
import dev.trellis.students.Worklist;
import dev.trellis.students.Worklist.Load;
import dev.trellis.students.risk.FairnessReport;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What whoever answers for courses looks at: load, levels, whether help helped, and whether levels were right. */
@Path(LeadPages.ADDRESS)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class LeadPages {
    static final String ADDRESS = "/app/lead";

    private final Worklist worklist;
    private final StudentRisks risks;
    private final Effectiveness effectiveness;
    private final LevelReports reports;
    private final RiskRuns runs;
    private final TaughtCourses courses;
    private final Viewers viewers;
    private final Forms forms;

    LeadPages(
            Worklist worklist,
            StudentRisks risks,
            Effectiveness effectiveness,
            LevelReports reports,
            RiskRuns runs,
            TaughtCourses courses,
            Viewers viewers,
            Forms forms) {
        this.worklist = worklist;
        this.risks = risks;
        this.effectiveness = effectiveness;
        this.reports = reports;
        this.runs = runs;
        this.courses = courses;
        this.viewers = viewers;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "students")
    static class Templates {
        static native TemplateInstance lead(View view, Form form);

        static native TemplateInstance run(RequestedRun run, String course);

        static native TemplateInstance run$state(RequestedRun run, String course);
    }

    /**
     * The courses one leads, or one of them.
     *
     * @param effects whether help helped, each type in words
     * @param fairness whether levels were right
     */
    public record View(
            List<Option> courses,
            List<Load> load,
            List<LevelShare> levels,
            EffectLines effects,
            FairnessReport fairness,
            List<Run> runs) {
        /** How often a level that called for support was right; told of no handful. */
        public String precision() {
            return fairness.precision() == null
                    ? "Too few were shown as needing support to say how often that was right: " + FairnessReport.FEWEST
                            + " are needed, there were " + fairness.flagged() + "."
                    : "Of those shown as needing support, " + Math.round(fairness.precision() * 100)
                            + " % left or did not pass.";
        }
    }

    /** How many students of a course are at a level. */
    public record LevelShare(String words, String tone, int students, int total) {}

    /** A run somebody asked for, with its course's title. */
    public record Run(RequestedRun run, String course) {}

    @GET
    public TemplateInstance page(@QueryParam("course") @Nullable String course) {
        var lead = viewers.trainer("page");
        var led = led(lead);
        var wanted = course == null ? null : WorklistPages.id(course);
        var narrowed = wanted == null
                ? led
                : led.stream().filter(one -> one.courseId().equals(wanted)).toList();
        if (narrowed.isEmpty()) {
            throw ProblemException.notFound("course of yours");
        }
        var ids = narrowed.stream().map(TaughtCourse::courseId).toList();
        return Templates.lead(
                new View(
                        led.stream()
                                .map(one -> Option.of(one.courseId().toString(), one.title()))
                                .toList(),
                        worklist.load(lead).stream()
                                .filter(one -> ids.contains(one.courseId()))
                                .toList(),
                        levels(lead, wanted),
                        EffectLines.of(effectiveness.report(lead, wanted)),
                        reports.of(lead, wanted, Map.of()),
                        runs.latest(lead).stream()
                                .filter(run -> ids.contains(run.courseId()))
                                .map(run -> new Run(run, title(led, run.courseId())))
                                .toList()),
                Form.empty().with("course", wanted).with("course_id", ids.getFirst()));
    }

    @POST
    @Path("/runs")
    public Response request(Form form) {
        var lead = viewers.trainer("page");
        return forms.press(lead, form, () -> {
            var course = WorklistPages.id(form.text("course_id"));
            var run = course == null ? null : runs.request(lead, course).orElse(null);
            if (run == null) {
                throw ProblemException.notFound("course of yours");
            }
            return Next.to(ADDRESS + "/runs/" + run.id());
        });
    }

    @GET
    @Path("/runs/{id}")
    public TemplateInstance run(@PathParam("id") UUID id) {
        var run = required(id);
        return Templates.run(run, title(led(viewers.trainer("run")), run.courseId()));
    }

    /** The part of the page that changes while it runs; it asks for itself again as long as it does. */
    @GET
    @Path("/runs/{id}/state")
    public TemplateInstance state(@PathParam("id") UUID id) {
        var run = required(id);
        return Templates.run$state(run, title(led(viewers.trainer("run")), run.courseId()));
    }

    private RequestedRun required(UUID id) {
        return runs.find(viewers.trainer("run"), id).orElseThrow(() -> ProblemException.notFound("run"));
    }

    private List<LevelShare> levels(Actor lead, @Nullable UUID course) {
        var counts = risks.levels(lead, course);
        var total = counts.stream().mapToInt(StudentRisks.LevelCount::students).sum();
        return counts.stream()
                .map(one -> new LevelShare(
                        one.level() == null
                                ? "No level: too little data yet, or opted out"
                                : StudentWords.words(one.level()),
                        one.level() == null ? "" : StudentWords.tone(one.level()),
                        one.students(),
                        total))
                .toList();
    }

    private List<TaughtCourse> led(Actor lead) {
        return courses.of(lead).stream().filter(TaughtCourse::isLed).toList();
    }

    private static String title(List<TaughtCourse> led, UUID courseId) {
        return led.stream()
                .filter(course -> course.courseId().equals(courseId))
                .map(TaughtCourse::title)
                .findFirst()
                .orElse("");
    }
}
