package dev.trellis.interventions.web;

import dev.trellis.interventions.InterventionPeriod;
import dev.trellis.interventions.InterventionPeriods;
import dev.trellis.interventions.InterventionPeriods.Change;
import dev.trellis.interventions.LivedPeriods;
import dev.trellis.interventions.PeriodStatus;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The periods that go on, day by day, and one period, whatever its state; letting one rest and go on. */
@Path("/app/journey")
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class JourneyPages {
    private final LivedPeriods lived;
    private final InterventionPeriods periods;
    private final HelpAtHand help;
    private final Forms forms;
    private final Caller caller;
    private final PageContext page;

    JourneyPages(
            LivedPeriods lived,
            InterventionPeriods periods,
            HelpAtHand help,
            Forms forms,
            Caller caller,
            PageContext page) {
        this.lived = lived;
        this.periods = periods;
        this.help = help;
        this.forms = forms;
        this.caller = caller;
        this.page = page;
    }

    @CheckedTemplate(basePath = "interventions")
    static class Templates {
        static native TemplateInstance journey(List<PeriodView> periods, List<String> help);

        static native TemplateInstance period(PeriodView view, Said said, Form form, List<String> help);
    }

    /** The address of a period's page. */
    static String address(UUID id) {
        return "/app/journey/" + id;
    }

    @GET
    public TemplateInstance open() {
        var today = page.today();
        return Templates.journey(
                lived.open(caller.actor()).stream()
                        .map(one -> PeriodView.of(one, today))
                        .toList(),
                help.messages(caller.actor(), null));
    }

    @GET
    @Path("/{period_id}")
    public TemplateInstance one(@PathParam("period_id") UUID periodId, @QueryParam("heard") @Nullable String heard) {
        var found = lived.find(caller.actor(), periodId).orElseThrow(() -> ProblemException.notFound("period"));
        return Templates.period(
                PeriodView.of(found.lived(), page.today()),
                Said.of(found.feedback()),
                Form.empty(),
                help.messages(caller.actor(), heard));
    }

    @POST
    @Path("/{period_id}/pause")
    public Response pause(@PathParam("period_id") UUID periodId, Form form) {
        return forms.press(
                caller.actor(),
                form,
                () -> changed(
                        periods.pause(caller.actor(), periodId),
                        "It rests now. Paused days do not count, and the end moves by as many.",
                        "paused"));
    }

    @POST
    @Path("/{period_id}/resume")
    public Response resume(@PathParam("period_id") UUID periodId, Form form) {
        return forms.press(
                caller.actor(),
                form,
                () -> changed(
                        periods.resume(caller.actor(), periodId),
                        "It goes on from today. Good to have you back.",
                        "resumed"));
    }

    private static Next changed(Change change, String sentence, String what) {
        return switch (change) {
            case Change.Made(var period, var safety) ->
                Next.to(address(period.id())).saying(sentence);
            case Change.WrongState(var period) ->
                Next.to(address(period.id()))
                        .saying("It could not be " + what + ": " + standing(period) + " Nothing was changed.");
            case Change.NothingLeft(var period) ->
                Next.to(address(period.id()))
                        .saying("Its last day is reached, so there is nothing left to pause. Nothing was changed.");
            case Change.Unknown() -> throw ProblemException.notFound("period");
        };
    }

    /** Where a period stands, for whoever thought it stood elsewhere. */
    static String standing(InterventionPeriod period) {
        return switch (period.status()) {
            case ACTIVE -> "it is under way.";
            case PAUSED -> "it is paused already.";
            case COMPLETED ->
                period.autoCompleted() ? "it has ended by itself meanwhile." : "it has been completed meanwhile.";
            case ABANDONED -> "it has been stopped meanwhile.";
        };
    }

    /** Whether a period can still be ended. */
    static boolean isOpen(InterventionPeriod period) {
        return period.status() == PeriodStatus.ACTIVE || period.status() == PeriodStatus.PAUSED;
    }
}
