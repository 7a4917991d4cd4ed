package dev.trellis.interventions.web;

import dev.trellis.events.HandlerResult;
import dev.trellis.interventions.InterventionPeriods;
import dev.trellis.interventions.InterventionPeriods.Change;
import dev.trellis.interventions.InterventionPeriods.Completion;
import dev.trellis.interventions.LivedPeriods;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Ending a period before its time, in one of two ways: each says what will happen before it does. */
@Path("/app/journey/{period_id}/end")
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class EndingPages {
    private final LivedPeriods lived;
    private final InterventionPeriods periods;
    private final Forms forms;
    private final Caller caller;
    private final PageContext page;

    EndingPages(LivedPeriods lived, InterventionPeriods periods, Forms forms, Caller caller, PageContext page) {
        this.lived = lived;
        this.periods = periods;
        this.forms = forms;
        this.caller = caller;
        this.page = page;
    }

    @CheckedTemplate(basePath = "interventions")
    static class Templates {
        static native TemplateInstance complete(PeriodView view, Form form);

        static native TemplateInstance abandon(PeriodView view, Form form);
    }

    private record LastWords(
            @Nullable @Size(max = 4000, message = "Keep it below 4,000 characters.")
            String notes) {
        static LastWords of(Form form) {
            return new LastWords(form.optionalText("notes"));
        }
    }

    @GET
    @Path("/complete")
    public Response completing(@PathParam("period_id") UUID periodId) {
        return asked(periodId, Templates::complete);
    }

    @GET
    @Path("/abandon")
    public Response abandoning(@PathParam("period_id") UUID periodId) {
        return asked(periodId, Templates::abandon);
    }

    @POST
    @Path("/complete")
    public Response complete(@PathParam("period_id") UUID periodId, Form form) {
        var words = LastWords.of(form);
        return forms.handleOnce(
                caller.actor(),
                form,
                words,
                () -> completed(periods.complete(caller.actor(), periodId, words.notes())),
                again -> Templates.complete(view(periodId), again));
    }

    @POST
    @Path("/abandon")
    public Response abandon(@PathParam("period_id") UUID periodId, Form form) {
        var words = LastWords.of(form);
        return forms.handleOnce(
                caller.actor(),
                form,
                words,
                () -> abandoned(periods.abandon(caller.actor(), periodId, words.notes())),
                again -> Templates.abandon(view(periodId), again));
    }

    private static Next completed(Completion completion) {
        return switch (completion) {
            case Completion.Completed(var period, var results, var safety) ->
                Next.to(HelpAtHand.address(SummaryPages.address(period.id()), safety))
                        .saying("Completed. " + outcome(results));
            case Completion.AlreadyCompleted(var period) ->
                Next.to(SummaryPages.address(period.id()))
                        .saying("It was completed before; nothing was done a second time.");
            case Completion.WrongState(var period) ->
                Next.to(JourneyPages.address(period.id()))
                        .saying("It could not be completed: " + JourneyPages.standing(period));
            case Completion.Unknown() -> throw ProblemException.notFound("period");
        };
    }

    private static String outcome(List<HandlerResult> results) {
        return results.stream().allMatch(HandlerResult::success)
                ? "Here is what happened."
                : "Not everything that follows could be done at once; it is tried again by itself.";
    }

    private static Next abandoned(Change change) {
        return switch (change) {
            case Change.Made(var period, var safety) ->
                Next.to(HelpAtHand.address(JourneyPages.address(period.id()), safety))
                        .saying("Stopped. What you recorded stays yours.");
            case Change.WrongState(var period) ->
                Next.to(JourneyPages.address(period.id()))
                        .saying("There was nothing left to stop: " + JourneyPages.standing(period));
            case Change.NothingLeft(var period) ->
                throw new IllegalStateException("stopping does not ask what is left of " + period.id());
            case Change.Unknown() -> throw ProblemException.notFound("period");
        };
    }

    /** The page that asks, as long as there is something to end. */
    private Response asked(UUID periodId, BiFunction<PeriodView, Form, TemplateInstance> question) {
        var found = lived.find(caller.actor(), periodId).orElseThrow(() -> ProblemException.notFound("period"));
        return JourneyPages.isOpen(found.lived().period())
                ? Response.ok(question.apply(PeriodView.of(found.lived(), page.today()), Form.empty()))
                        .build()
                : forms.next(Next.to(JourneyPages.address(periodId))
                        .saying("There is nothing left to end: "
                                + JourneyPages.standing(found.lived().period())));
    }

    private PeriodView view(UUID periodId) {
        return lived.find(caller.actor(), periodId)
                .map(found -> PeriodView.of(found.lived(), page.today()))
                .orElseThrow(() -> ProblemException.notFound("period"));
    }
}
