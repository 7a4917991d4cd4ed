package dev.trellis.students.web;

import dev.trellis.platform.Actor;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.students.DismissalReason;
import dev.trellis.students.TaughtCourses;
import dev.trellis.students.Worklist;
import dev.trellis.students.Worklist.GoingWell;
import dev.trellis.students.Worklist.Item;
import dev.trellis.students.web.BulkSteps.Action;
import dev.trellis.students.web.BulkSteps.BulkStep;
import dev.trellis.students.web.BulkSteps.StepResult;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A trainer's queue: what is due first, why, what was tried and what to try; many at once; and the good news. */
@Path(WorklistPages.ADDRESS)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class WorklistPages {
    static final String ADDRESS = "/app/worklist";

    private static final List<Option> ACTIONS = List.of(
            Option.of(Action.START.wire(), "Begin"),
            Option.of(Action.ASSIGN.wire(), "Give to"),
            Option.of(Action.RESOLVE.wire(), "Resolve"),
            Option.of(Action.DISMISS.wire(), "Dismiss"));

    private final Worklist worklist;
    private final BulkSteps steps;
    private final TaughtCourses courses;
    private final Viewers viewers;
    private final Forms forms;

    WorklistPages(Worklist worklist, BulkSteps steps, TaughtCourses courses, Viewers viewers, Forms forms) {
        this.worklist = worklist;
        this.steps = steps;
        this.courses = courses;
        this.viewers = viewers;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "students")
    static class Templates {
        static native TemplateInstance worklist(View view, Form form);
    }

    /**
     * The queue.
     *
     * @param trainers to whom cases can be given
     * @param teaches false for a trainer of no course yet
     */
    public record View(
            List<Item> items,
            String next,
            List<GoingWell> goingWell,
            List<Option> trainers,
            boolean teaches,
            boolean leads) {
        /** What can be done with many at once. */
        public List<Option> actions() {
            return ACTIONS;
        }

        /** What was tried with somebody, oldest first, in words. */
        public String tried(Item item) {
            return CaseLines.tried(item.tried());
        }

        /** Why cases need nothing. */
        public List<Option> dismissals() {
            return StudentChoices.DISMISSALS;
        }
    }

    @GET
    public TemplateInstance page(@QueryParam("cursor") @Nullable String cursor) {
        return shown(viewers.trainer("page"), Form.empty().with("action", Action.START), cursor);
    }

    @POST
    @Path("/bulk")
    public Response bulk(Form form) {
        var trainer = viewers.trainer("page");
        var wanted = new BulkStep(
                Objects.requireNonNullElse(form.choice("action", Action.class), Action.START),
                ids(form),
                id(form.text("trainer_id")),
                form.choice("reason", DismissalReason.class),
                form.optionalText("resolution_notes"));
        if (wanted.caseIds().isEmpty()) {
            form.refuse("Tick the cases it is about first.");
        }
        return forms.handleOnce(
                trainer,
                form,
                wanted,
                () -> Next.to(ADDRESS).saying(said(steps.take(trainer, wanted))),
                again -> shown(trainer, again, null));
    }

    private TemplateInstance shown(Actor trainer, Form form, @Nullable String cursor) {
        var view = worklist.of(trainer, PageRequest.of(null, cursor));
        var own = courses.of(trainer);
        var leads = own.stream().anyMatch(TaughtCourses.TaughtCourse::isLed);
        return Templates.worklist(
                new View(
                        view.due().items(),
                        Objects.requireNonNullElse(view.due().nextCursor(), ""),
                        view.goingWell(),
                        trainers(trainer, own),
                        !own.isEmpty(),
                        leads),
                form);
    }

    /** Oneself, and whoever works in the courses one leads. */
    private List<Option> trainers(Actor trainer, List<TaughtCourses.TaughtCourse> own) {
        var known = new LinkedHashMap<UUID, String>();
        known.put(trainer.userId(), "Myself");
        own.stream()
                .filter(TaughtCourses.TaughtCourse::isLed)
                .flatMap(course -> courses.colleagues(trainer, course.courseId()).stream())
                .forEach(one -> known.putIfAbsent(one.trainerId(), one.name()));
        var options = new ArrayList<Option>();
        known.forEach((id, name) -> options.add(Option.of(id.toString(), name)));
        return options;
    }

    private static String said(List<StepResult> results) {
        var done = results.stream().filter(StepResult::done).count();
        var problem = results.stream()
                .map(StepResult::problem)
                .filter(Objects::nonNull)
                .findFirst();
        var words = "Done for " + done + " of " + results.size() + (results.size() == 1 ? " case." : " cases.");
        return problem.map(why -> words + " Not for the others: " + why).orElse(words);
    }

    private static List<UUID> ids(Form form) {
        return form.all("case_ids").stream()
                .map(WorklistPages::id)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    static @Nullable UUID id(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
