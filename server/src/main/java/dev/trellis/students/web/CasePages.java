package dev.trellis.students.web;

import dev.trellis.platform.Actor;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.safety.web.HelpPage;
import dev.trellis.students.CaseChange;
import dev.trellis.students.CaseStatus;
import dev.trellis.students.CaseWork;
import dev.trellis.students.CaseWork.Description;
import dev.trellis.students.DismissalReason;
import dev.trellis.students.StudentCase;
import dev.trellis.students.StudentCases;
import dev.trellis.students.risk.InterventionType;
import dev.trellis.students.web.StudentInterventionsApi.Dismissal;
import dev.trellis.students.web.StudentInterventionsApi.NewContact;
import dev.trellis.students.web.StudentInterventionsApi.Resolution;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cases: a list, and the page on which a trainer works through one. */
@Path(CasePages.ADDRESS)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class CasePages {
    static final String ADDRESS = "/app/cases";

    private static final String CASE = "case";
    private static final List<Option> STATUSES = List.of(
            Option.of(CaseStatus.PENDING.wire(), StudentWords.words(CaseStatus.PENDING)),
            Option.of(CaseStatus.IN_PROGRESS.wire(), StudentWords.words(CaseStatus.IN_PROGRESS)),
            Option.of(CaseStatus.RESOLVED.wire(), StudentWords.words(CaseStatus.RESOLVED)),
            Option.of(CaseStatus.DISMISSED.wire(), StudentWords.words(CaseStatus.DISMISSED)));

    private final StudentCases cases;
    private final CaseWork work;
    private final CaseReader reader;
    private final Viewers viewers;
    private final Forms forms;

    CasePages(StudentCases cases, CaseWork work, CaseReader reader, Viewers viewers, Forms forms) {
        this.cases = cases;
        this.work = work;
        this.reader = reader;
        this.viewers = viewers;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "students")
    static class Templates {
        static native TemplateInstance cases(
                List<StudentCase> items, String next, String address, Form form, List<Option> statuses);

        static native TemplateInstance caseFile(CaseView view, Form form, Form ending);
    }

    /** Words for the staff of the course. */
    public record StaffNote(@NotBlank @Size(max = 4000) String note) {}

    /** The assigned trainer's own words, and what they plan. */
    public record OwnNotes(
            @Nullable InterventionType interventionType,
            @Nullable @Size(max = 10000) String trainerNotes) {}

    @GET
    public TemplateInstance list(
            @QueryParam("status") @Nullable String status, @QueryParam("cursor") @Nullable String cursor) {
        var trainer = viewers.trainer("page");
        var wanted = STATUSES.stream().anyMatch(option -> option.value().equals(status))
                ? CaseStatus.of(Objects.requireNonNull(status))
                : null;
        var page = cases.list(trainer, wanted, null, null, false, PageRequest.of(null, cursor));
        return Templates.cases(
                page.items(),
                Objects.requireNonNullElse(page.nextCursor(), ""),
                wanted == null ? ADDRESS : ADDRESS + "?status=" + wanted.wire(),
                Form.empty().with("status", wanted),
                STATUSES);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance page(@PathParam("id") UUID id) {
        var view = reader.required(viewers.trainer(CASE), id);
        return shown(view, filled(view), Form.empty());
    }

    @POST
    @Path("/{id}/assign")
    public Response assign(@PathParam("id") UUID id, Form form) {
        var trainer = viewers.trainer(CASE);
        var to = WorklistPages.id(form.text("trainer_id"));
        return forms.press(trainer, form, () -> {
            var done = CaseAnswers.done(work.assign(trainer, id, to == null ? trainer.userId() : to));
            return trainer.userId().equals(done.current().assignedTrainerId())
                    ? Next.to(at(id)).saying("The case is yours.")
                    : Next.to(reader.find(trainer, id).isPresent() ? at(id) : ADDRESS)
                            .saying("The case is given; they are told.");
        });
    }

    @POST
    @Path("/{id}/start")
    public Response start(@PathParam("id") UUID id, Form form) {
        var trainer = viewers.trainer(CASE);
        return forms.press(trainer, form, () -> {
            CaseAnswers.done(work.start(trainer, id));
            return Next.to(at(id)).saying("You have begun. What you try is noted below.");
        });
    }

    @POST
    @Path("/{id}/contacts")
    public Response contact(@PathParam("id") UUID id, Form form) {
        var reached = form.answer("reached");
        if (reached == null) {
            form.refuse("reached", "Say whether you were in touch.");
        }
        var type =
                Objects.requireNonNullElse(form.choice("contact_type", InterventionType.class), InterventionType.OTHER);
        var wanted = new NewContact(type, Boolean.TRUE.equals(reached), form.day("day"));
        return step(
                id,
                form,
                wanted,
                "Noted.",
                trainer -> work.contact(trainer, id, wanted.interventionType(), wanted.reached(), wanted.day()));
    }

    @POST
    @Path("/{id}/notes")
    public Response note(@PathParam("id") UUID id, Form form) {
        var wanted = new StaffNote(form.text("note"));
        var line = reader.signed(wanted.note());
        return step(
                id,
                form,
                wanted,
                "Written down for the staff of the course.",
                trainer -> work.describe(
                        trainer,
                        id,
                        current -> new Description(
                                current.interventionType(), noted(current.notes(), line), current.trainerNotes())));
    }

    @POST
    @Path("/{id}/own")
    public Response ownNotes(@PathParam("id") UUID id, Form form) {
        var wanted = new OwnNotes(
                form.choice("intervention_type", InterventionType.class), form.optionalText("trainer_notes"));
        return step(
                id,
                form,
                wanted,
                "Saved.",
                trainer -> work.describe(trainer, id, current -> {
                    requireSame(form, current);
                    return new Description(wanted.interventionType(), current.notes(), wanted.trainerNotes());
                }));
    }

    @POST
    @Path("/{id}/resolve")
    public Response resolve(@PathParam("id") UUID id, Form form) {
        var wanted = new Resolution(form.optionalText("resolution_notes"));
        return end(
                id,
                form,
                wanted,
                "Resolved. What became of it is looked at four weeks after the first contact.",
                trainer -> work.resolve(trainer, id, wanted.resolutionNotes()));
    }

    @POST
    @Path("/{id}/dismiss")
    public Response dismiss(@PathParam("id") UUID id, Form form) {
        var reason = form.choice("reason", DismissalReason.class);
        if (reason == null) {
            form.refuse("reason", "Say why it needs nothing.");
        }
        var wanted = new Dismissal(
                Objects.requireNonNullElse(reason, DismissalReason.FALSE_POSITIVE),
                form.optionalText("resolution_notes"));
        return end(
                id,
                form,
                wanted,
                "Dismissed.",
                trainer -> work.dismiss(trainer, id, wanted.reason(), wanted.resolutionNotes()));
    }

    @POST
    @Path("/{id}/delete")
    public Response delete(@PathParam("id") UUID id, Form form) {
        var lead = viewers.trainer(CASE);
        return forms.press(lead, form, () -> {
            CaseAnswers.done(work.delete(lead, id));
            return Next.to(ADDRESS).saying("The case is out of every list.");
        });
    }

    private Response step(UUID id, Form form, Object read, String said, Function<Actor, CaseChange> step) {
        var trainer = viewers.trainer(CASE);
        return forms.handleOnce(trainer, form, read, () -> next(trainer, id, said, step), again -> {
            var view = reader.required(trainer, id);
            return shown(view, filledAgain(again, view), Form.empty());
        });
    }

    private Response end(UUID id, Form form, Object read, String said, Function<Actor, CaseChange> step) {
        var trainer = viewers.trainer(CASE);
        return forms.handleOnce(trainer, form, read, () -> next(trainer, id, said, step), again -> {
            var view = reader.required(trainer, id);
            return shown(view, filled(view), again);
        });
    }

    /** Words that give reason to worry about the student lead to what helps first. */
    private Next next(Actor trainer, UUID id, String said, Function<Actor, CaseChange> step) {
        var done = CaseAnswers.done(step.apply(trainer));
        var back = reader.find(trainer, id).isPresent() ? at(id) : ADDRESS;
        return done.safety() == null
                ? Next.to(back).saying(said)
                : Next.to(HelpPage.before(back)).saying(said + " Please read this first.");
    }

    private static TemplateInstance shown(CaseView view, Form form, Form ending) {
        return Templates.caseFile(view, form, ending);
    }

    private static Form filled(CaseView view) {
        return filledAgain(Form.empty(), view);
    }

    /** The forms of the page share one set of fields; those that were not sent show what is there. */
    private static Form filledAgain(Form form, CaseView view) {
        var current = view.current();
        if (!form.has("contact_type")) {
            form.with("contact_type", view.nextStep());
        }
        if (!form.has("own")) {
            form.with("intervention_type", current.interventionType()).with("trainer_notes", current.trainerNotes());
        }
        return form.with("before", version(current.trainerNotes()));
    }

    /** A new line below what was noted before. */
    private static String noted(@Nullable String before, String line) {
        return before == null || before.isBlank() ? line : before + "\n" + line;
    }

    private static void requireSame(Form form, Description current) {
        if (!form.text("before").equals(version(current.trainerNotes()))) {
            throw ProblemException.invalid(
                    "/trainer_notes",
                    "These notes were changed meanwhile, in another window perhaps. Save again to keep yours.");
        }
    }

    private static String version(@Nullable String notes) {
        return Integer.toHexString(Objects.requireNonNullElse(notes, "").hashCode());
    }

    private static String at(UUID id) {
        return ADDRESS + "/" + id;
    }
}
