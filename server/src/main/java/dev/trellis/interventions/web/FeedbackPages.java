package dev.trellis.interventions.web;

import dev.trellis.interventions.Feedback;
import dev.trellis.interventions.InterventionPeriod;
import dev.trellis.interventions.LivedPeriods;
import dev.trellis.interventions.PeriodOutcomes;
import dev.trellis.interventions.PeriodOutcomes.FeedbackResult;
import dev.trellis.interventions.PeriodStatus;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** "Did it help?", once a period; asked below its summary, and here when something about the answer was wrong. */
@Path("/app/journey/{period_id}/feedback")
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class FeedbackPages {
    private static final String NOT_OVER = "It is not over yet. Say whether it helped when it is.";

    private final PeriodOutcomes outcomes;
    private final LivedPeriods lived;
    private final Forms forms;
    private final Caller caller;

    FeedbackPages(PeriodOutcomes outcomes, LivedPeriods lived, Forms forms, Caller caller) {
        this.outcomes = outcomes;
        this.lived = lived;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "interventions")
    static class Templates {
        static native TemplateInstance feedback(
                InterventionPeriod period, String address, String back, Said said, Form form);
    }

    private record Word(
            @NotNull(message = "Choose one of the answers.") Feedback.@Nullable Answer answer,

            @Size(max = 2000, message = "Keep it below 2,000 characters.")
            String comment) {}

    /** Where it is asked of a period. */
    static String address(UUID id) {
        return JourneyPages.address(id) + "/feedback";
    }

    @GET
    public Response question(@PathParam("period_id") UUID periodId) {
        return JourneyPages.isOpen(find(periodId))
                ? forms.next(Next.to(JourneyPages.address(periodId)).saying(NOT_OVER))
                : Response.ok(shown(periodId, Form.empty())).build();
    }

    @POST
    public Response say(@PathParam("period_id") UUID periodId, Form form) {
        var word = new Word(form.choice("answer", Feedback.Answer.class), form.text("comment"));
        return forms.handleOnce(
                caller.actor(),
                form,
                word,
                () -> said(
                        periodId,
                        outcomes.feedback(
                                caller.actor(),
                                periodId,
                                new Feedback(Objects.requireNonNull(word.answer()), word.comment()))),
                again -> shown(periodId, again));
    }

    private Next said(UUID periodId, FeedbackResult result) {
        return switch (result) {
            case FeedbackResult.Kept(var feedback, var safety) ->
                Next.to(HelpAtHand.address(back(find(periodId)), safety))
                        .saying("Thank you. What is suggested next learns from it.");
            case FeedbackResult.AlreadyGiven() ->
                Next.to(back(find(periodId))).saying("You have said it before; your first answer stands.");
            case FeedbackResult.NotOver(var period) ->
                Next.to(JourneyPages.address(periodId)).saying(NOT_OVER);
            case FeedbackResult.UnknownPeriod() -> throw ProblemException.notFound("period");
        };
    }

    private TemplateInstance shown(UUID periodId, Form form) {
        var found = lived.find(caller.actor(), periodId).orElseThrow(() -> ProblemException.notFound("period"));
        var period = found.lived().period();
        return Templates.feedback(period, address(periodId), back(period), Said.of(found.feedback()), form);
    }

    private InterventionPeriod find(UUID periodId) {
        return lived.find(caller.actor(), periodId)
                .orElseThrow(() -> ProblemException.notFound("period"))
                .lived()
                .period();
    }

    /** Where the question stands as well: below the summary, or on the page of what was stopped. */
    private static String back(InterventionPeriod period) {
        return period.status() == PeriodStatus.COMPLETED
                ? SummaryPages.address(period.id())
                : JourneyPages.address(period.id());
    }
}
