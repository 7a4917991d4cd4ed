package dev.trellis.adaptation.web;

import dev.trellis.adaptation.HandChange;
import dev.trellis.adaptation.PlanChange;
import dev.trellis.adaptation.PlanChangeCommand;
import dev.trellis.adaptation.PlanChangeResult;
import dev.trellis.adaptation.PlanChanges;
import dev.trellis.adaptation.PlanProposalResult;
import dev.trellis.adaptation.PlanProposals;
import dev.trellis.adaptation.PlannedEntries;
import dev.trellis.adaptation.change.Difference;
import dev.trellis.adaptation.web.PlanChangesApi.PlanChangeRequest;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.safety.web.HelpPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of the plan: first seen as what would be different, then made, listed, taken back; and proposals answered. */
@Path(PlanChangePages.ROOT)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class PlanChangePages {
    static final String ROOT = "/app/plan-changes";
    private static final int PAGE = 20;
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final String REASON = "reason";

    private final PlanChanges changes;
    private final PlanProposals proposals;
    private final PlannedEntries entries;
    private final Caller caller;
    private final Forms forms;

    PlanChangePages(PlanChanges changes, PlanProposals proposals, PlannedEntries entries, Caller caller, Forms forms) {
        this.changes = changes;
        this.proposals = proposals;
        this.entries = entries;
        this.caller = caller;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "adaptation")
    static class Templates {
        static native TemplateInstance changes(Page<PlanChange> changes);

        static native TemplateInstance change(PlanChange change, String address);

        static native TemplateInstance changing(Changing changing);
    }

    /**
     * A change that is wanted, before it is made.
     *
     * @param back    where it came from
     * @param action  where it is made
     * @param refused why it cannot be, where no field says so; empty when it can
     * @param fields  what was chosen, to be sent again
     * @param again   to choose otherwise, when it cannot be
     */
    public record Changing(
            String title,
            String back,
            String action,
            String sentence,
            List<Difference> differences,
            String refused,
            Map<String, List<String>> fields,
            Form form,
            @Nullable ChangeForm again) {}

    @GET
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        return Templates.changes(changes.list(caller.actor(), PageRequest.of(PAGE, cursor)));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@PathParam("id") UUID id) {
        var change = changes.find(caller.actor(), id).orElseThrow(() -> ProblemException.notFound("plan change"));
        return Templates.change(change, ROOT + "/" + id);
    }

    /** What would be different; nothing is changed yet. */
    @GET
    @Path("/new/{entry}")
    public Response changing(@PathParam("entry") UUID entry, @Context UriInfo request) {
        var form = Form.empty();
        request.getQueryParameters().forEach((name, values) -> form.with(name, values.getFirst()));
        var changing = changing(find(entry), form);
        return Response.status(changing.again() == null ? OK : UNPROCESSABLE)
                .entity(Templates.changing(changing))
                .build();
    }

    @POST
    @Path("/new/{entry}")
    public Response change(@PathParam("entry") UUID entry, Form form) {
        var found = find(entry);
        var request = request(form, found);
        return forms.handleOnce(
                caller.actor(),
                form,
                request,
                () -> made(changes.change(caller.actor(), request.command()), address(found)),
                again -> Templates.changing(changing(found, again)));
    }

    /** The rest of the week, spread anew. */
    @POST
    @Path("/replan")
    public Response replan(Form form) {
        var command = new PlanChangeCommand(
                HandChange.REPLAN_WEEK, null, null, null, null, null, null, null, null, null, null, null, null);
        return forms.press(caller.actor(), form, () -> switch (changes.change(caller.actor(), command)) {
            case PlanChangeResult.Refused(var words) ->
                Next.to(CalendarPages.ROOT).saying(words);
            case PlanChangeResult.NotNow(var why) -> Next.to(CalendarPages.ROOT).saying(why);
            case PlanChangeResult other -> made(other, CalendarPages.ROOT);
        });
    }

    @POST
    @Path("/{id}/undo")
    public Response undo(@PathParam("id") UUID id, Form form) {
        return forms.press(caller.actor(), form, () -> switch (changes.undo(caller.actor(), id)) {
            case PlanChangeResult.NotNow(var why) -> Next.to(ROOT + "/" + id).saying(why);
            case PlanChangeResult.Refused(var words) -> Next.to(ROOT + "/" + id).saying(words);
            case PlanChangeResult other -> made(other, ROOT + "/" + id);
        });
    }

    @POST
    @Path("/{id}/approve")
    public Response approve(@PathParam("id") UUID id, Form form) {
        return forms.press(
                caller.actor(),
                form,
                () -> decided(proposals.approve(caller.actor(), id), id, "Your plan follows it now."));
    }

    @POST
    @Path("/{id}/reject")
    public Response reject(@PathParam("id") UUID id, Form form) {
        return forms.press(
                caller.actor(),
                form,
                () -> decided(proposals.reject(caller.actor(), id), id, "Fine. It stays as it is."));
    }

    private Changing changing(CalendarEvent entry, Form form) {
        var request = request(form, entry);
        forms.fits(form, request);
        // What is wrong with the reason is said beside it, below what would be different.
        if (form.errors().keySet().stream().anyMatch(name -> !name.equals(REASON))) {
            return refused(entry, request.kind(), form, "");
        }
        return switch (changes.preview(caller.actor(), request.command())) {
            case PlanChangeResult.Previewed(var from, var changed) ->
                changing(entry, form, changed.sentence(), changed.differences(), "", null);
            case PlanChangeResult.Refused(var words) -> refused(entry, request.kind(), form, words);
            case PlanChangeResult.NotNow(var why) -> refused(entry, request.kind(), form, why);
            case PlanChangeResult.Invalid(var pointer, var detail) ->
                invalid(entry, request.kind(), form, pointer.substring(1), detail);
            case PlanChangeResult.Unknown(var what) -> throw ProblemException.notFound(what);
            case PlanChangeResult.Applied applied -> throw new IllegalStateException("a preview changes nothing");
            case PlanChangeResult.TakenBack taken -> throw new IllegalStateException("a preview takes nothing back");
        };
    }

    /** Asked for once more, as it was typed, with the reason beside the field when there is one. */
    private static Changing invalid(CalendarEvent entry, HandChange kind, Form form, String field, String detail) {
        if (!form.fields().containsKey(field)) {
            return refused(entry, kind, form, detail);
        }
        form.refuse(field, detail);
        return refused(entry, kind, form, "");
    }

    private static Changing refused(CalendarEvent entry, HandChange kind, Form form, String words) {
        return changing(entry, form, "", List.of(), words, new ChangeForm(entry, kind, form));
    }

    private static Changing changing(
            CalendarEvent entry,
            Form form,
            String sentence,
            List<Difference> differences,
            String refused,
            @Nullable ChangeForm again) {
        return new Changing(
                entry.title(),
                address(entry),
                ROOT + "/new/" + entry.id(),
                sentence,
                differences,
                refused,
                form.fields(),
                form,
                again);
    }

    private static Next made(PlanChangeResult result, String back) {
        return switch (result) {
            case PlanChangeResult.Applied(var change, var safety) ->
                safety == null ? Next.to(back).saying(change.sentence()) : Next.to(HelpPage.before(back));
            case PlanChangeResult.TakenBack(var change) -> Next.to(back).saying("It is as it was before.");
            case PlanChangeResult.Refused(var words) -> throw new ProblemException(ProblemType.CHANGE_REFUSED, words);
            case PlanChangeResult.NotNow(var why) -> throw new ProblemException(ProblemType.WRONG_STATE, why);
            case PlanChangeResult.Invalid(var pointer, var detail) -> throw ProblemException.invalid(pointer, detail);
            case PlanChangeResult.Unknown(var what) -> throw ProblemException.notFound(what);
            case PlanChangeResult.Previewed previewed -> throw new IllegalStateException("nothing was changed");
        };
    }

    private static Next decided(PlanProposalResult result, UUID id, String words) {
        return switch (result) {
            case PlanProposalResult.Decided ignored -> Next.to(ROOT + "/" + id).saying(words);
            case PlanProposalResult.WrongState(var sentence) ->
                Next.to(ROOT + "/" + id).saying(sentence);
            case PlanProposalResult.Unknown() -> throw ProblemException.notFound("proposal");
        };
    }

    /** The same that the API takes, with the same bounds. */
    private static PlanChangeRequest request(Form form, CalendarEvent entry) {
        var kind = form.choice("kind", HandChange.class);
        if (kind == null) {
            throw ProblemException.invalid("/kind", "Choose what to change.");
        }
        return new PlanChangeRequest(
                kind,
                null,
                form.optionalText(REASON),
                entry.itemId(),
                form.day("to_date"),
                form.time("to_time"),
                null,
                form.optionalText("exercise_id"),
                form.optionalText("new_exercise_id"),
                form.decimal("factor"),
                form.optionalText("food_id"),
                form.optionalText("new_food_id"),
                form.number("grams"),
                null);
    }

    private CalendarEvent find(UUID id) {
        return entries.find(caller.actor(), id).orElseThrow(() -> ProblemException.notFound("entry"));
    }

    private static String address(CalendarEvent entry) {
        return EntryPages.ROOT + "/" + entry.id();
    }
}
