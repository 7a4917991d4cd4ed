package dev.trellis.adaptation.web;

import dev.trellis.adaptation.AdherenceRecord;
import dev.trellis.adaptation.Adherences;
import dev.trellis.adaptation.AssessmentResult;
import dev.trellis.adaptation.PlannedEntries;
import dev.trellis.adaptation.PlannedEntries.Done;
import dev.trellis.adaptation.matching.AdherenceStatus;
import dev.trellis.platform.Problem.FieldError;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.platform.web.pages.PageContext;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.Programs;
import dev.trellis.safety.web.HelpPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One planned session or meal: what it holds, saying that it was done and how, and changing it. */
@Path(EntryPages.ROOT)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class EntryPages {
    static final String ROOT = CalendarPages.ROOT + "/entries";
    /** What the form calls what the log calls otherwise. */
    private static final Map<String, String> FIELDS = Map.of("/duration_s", "/minutes", "/distance_m", "/km");

    private static final List<Option> EFFORTS = List.of(
            Option.of("2", "2, very easy"),
            Option.of("4", "4, comfortable"),
            Option.of("6", "6, hard work"),
            Option.of("8", "8, very hard"),
            Option.of("10", "10, all there was"));

    private final PlannedEntries entries;
    private final Adherences adherences;
    private final Programs programs;
    private final LoggedWords logged;
    private final Caller caller;
    private final Forms forms;
    private final PageContext page;

    EntryPages(
            PlannedEntries entries,
            Adherences adherences,
            Programs programs,
            LoggedWords logged,
            Caller caller,
            Forms forms,
            PageContext page) {
        this.entries = entries;
        this.adherences = adherences;
        this.programs = programs;
        this.logged = logged;
        this.caller = caller;
        this.forms = forms;
        this.page = page;
    }

    @CheckedTemplate(basePath = "adaptation")
    static class Templates {
        static native TemplateInstance session(EntryView view);

        static native TemplateInstance meal(EntryView view);
    }

    /**
     * An entry as a page.
     *
     * @param logged  what was done for it, in words, a line each; empty as long as nothing was
     * @param numbers whether calories may be shown
     * @param form    what was just typed
     */
    public record EntryView(EntryLine line, List<String> logged, LocalDate today, boolean numbers, Form form) {
        public CalendarEvent entry() {
            return line.entry();
        }

        /** Whether it can be said to be done. */
        public boolean due() {
            return !line.off() && !entry().date().isAfter(today);
        }

        /** Whether what was done can still be told. */
        public boolean asks() {
            return due() && logged.isEmpty();
        }

        /** Whether it can still be changed. */
        public boolean open() {
            return !entry().date().isBefore(today)
                    && logged.isEmpty()
                    && (line.record() == null || line.record().status() == AdherenceStatus.UNKNOWN);
        }

        public String action(String what) {
            return line.address() + "/" + what;
        }

        /** Without the fractions that nobody weighs. */
        public long whole(double number) {
            return Math.round(number);
        }

        /** What was just typed for a set. */
        public String typed(String what, int exercise, int set) {
            return form.value(what + "_" + exercise + "_" + set);
        }

        /** The grams of a food: as just typed, else as planned. */
        public String grams(int item) {
            return form.isRefused()
                    ? form.value("grams_" + item)
                    : Integer.toString(entry().meal().items().get(item).grams());
        }

        public List<Option> efforts() {
            return EFFORTS;
        }

        public List<Option> foods() {
            return ChangeForm.FOODS;
        }

        /** What can be changed of it. */
        public List<ChangeForm> changes() {
            return ChangeForm.of(entry(), form);
        }
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@PathParam("id") UUID id) {
        return shown(find(id), Form.empty());
    }

    /** A session that was done: its sets, or its minutes. */
    @POST
    @Path("/{id}/done")
    public Response done(@PathParam("id") UUID id, Form form) {
        var entry = find(id, CalendarEvent.Kind.SESSION);
        var done = SessionForm.read(form, entry.session());
        return forms.handleOnce(
                caller.actor(),
                form,
                done,
                () -> next(entries.did(caller.actor(), id, done.session()), id),
                again -> shown(entry, again));
    }

    /** A meal that was eaten. */
    @POST
    @Path("/{id}/eaten")
    public Response eaten(@PathParam("id") UUID id, Form form) {
        var entry = find(id, CalendarEvent.Kind.MEAL);
        var eaten = MealForm.read(form, entry.meal());
        return forms.handleOnce(
                caller.actor(),
                form,
                eaten,
                () -> next(entries.ate(caller.actor(), id, eaten.at(), eaten.items()), id),
                again -> shown(entry, again));
    }

    /** What the person says became of it, or that they say nothing more. */
    @POST
    @Path("/{id}/mark")
    public Response mark(@PathParam("id") UUID id, Form form) {
        var entry = find(id);
        var status = form.choice("status", AdherenceStatus.class);
        return forms.press(
                caller.actor(),
                form,
                () -> Next.to(ROOT + "/" + id)
                        .saying(
                                switch (status == null
                                        ? adherences.unmark(caller.actor(), entry.itemId())
                                        : adherences.mark(caller.actor(), entry.itemId(), status, null)) {
                                    case AssessmentResult.Assessed ignored -> "Noted.";
                                    case AssessmentResult.CalledOff() -> "It is off, and nothing is expected of it.";
                                    case AssessmentResult.NotYet ignored -> "Its day has not come yet.";
                                    case AssessmentResult.Unknown() -> throw ProblemException.notFound("entry");
                                }));
    }

    private static Next next(Done done, UUID id) {
        return switch (done) {
            case Done.Logged(var safety) ->
                safety == null
                        ? Next.to(ROOT + "/" + id).saying("Well done. It is in your records.")
                        : Next.to(HelpPage.before(ROOT + "/" + id));
            case Done.Invalid(var errors) ->
                throw ProblemException.invalid(errors.stream()
                        .map(error ->
                                new FieldError(FIELDS.getOrDefault(error.pointer(), error.pointer()), error.detail()))
                        .toList());
            case Done.NotYet() -> throw new ProblemException(ProblemType.WRONG_STATE, "Its day has not come yet.");
            case Done.CalledOff() ->
                throw new ProblemException(ProblemType.WRONG_STATE, "It is off, and nothing is expected of it.");
            case Done.Unknown() -> throw ProblemException.notFound("entry");
        };
    }

    private CalendarEvent find(UUID id) {
        return entries.find(caller.actor(), id).orElseThrow(() -> ProblemException.notFound("entry"));
    }

    private CalendarEvent find(UUID id, CalendarEvent.Kind kind) {
        var entry = find(id);
        if (entry.kind() != kind) {
            throw ProblemException.notFound("entry");
        }
        return entry;
    }

    private TemplateInstance shown(CalendarEvent entry, Form form) {
        var actor = caller.actor();
        boolean numbers = programs.find(actor, entry.programId())
                .map(program -> program.nutrition().showNumbers())
                .orElse(false);
        var view = new EntryView(
                new EntryLine(entry, record(entry)), logged.of(actor, entry), page.today(), numbers, form);
        return entry.kind() == CalendarEvent.Kind.SESSION ? Templates.session(view) : Templates.meal(view);
    }

    private @Nullable AdherenceRecord record(CalendarEvent entry) {
        return adherences
                .between(caller.actor(), entry.date().minusDays(1), entry.date().plusDays(1))
                .items()
                .stream()
                .filter(record -> record.itemId().equals(entry.itemId()))
                .findFirst()
                .orElse(null);
    }
}
