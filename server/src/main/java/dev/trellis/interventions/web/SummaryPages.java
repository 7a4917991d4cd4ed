package dev.trellis.interventions.web;

import dev.trellis.events.HandlerResult;
import dev.trellis.interventions.LivedPeriods;
import dev.trellis.interventions.PeriodStatus;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened in a completed period and how sure that is; then the question whether it helped. */
@Path("/app/journey/{period_id}/summary")
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SummaryPages {
    private static final Duration JUST_COMPLETED = Duration.ofHours(1);

    private final LivedPeriods lived;
    private final HelpAtHand help;
    private final Caller caller;
    private final PageContext page;
    private final InstantSource clock;

    SummaryPages(LivedPeriods lived, HelpAtHand help, Caller caller, PageContext page, InstantSource clock) {
        this.lived = lived;
        this.help = help;
        this.caller = caller;
        this.page = page;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "interventions")
    static class Templates {
        static native TemplateInstance summary(
                PeriodView view,
                SummaryView summary,
                List<SummaryView.Aftermath> aftermath,
                Said said,
                Form form,
                List<String> help);

        static native TemplateInstance summaryComing(
                PeriodView view, List<SummaryView.Aftermath> aftermath, Said said, Form form, List<String> help);

        static native TemplateInstance noSummary(PeriodView view, List<String> help);
    }

    /** The address of a period's summary. */
    static String address(UUID id) {
        return JourneyPages.address(id) + "/summary";
    }

    @GET
    public TemplateInstance summary(
            @PathParam("period_id") UUID periodId, @QueryParam("heard") @Nullable String heard) {
        var actor = caller.actor();
        var found = lived.find(actor, periodId).orElseThrow(() -> ProblemException.notFound("period"));
        var view = PeriodView.of(found.lived(), page.today());
        var helping = help.messages(actor, heard);
        if (found.lived().period().status() != PeriodStatus.COMPLETED) {
            return Templates.noSummary(view, helping);
        }
        var results = aftermath(periodId, found.lived().period().completedAt());
        var said = Said.of(found.feedback());
        if (found.summary() == null || found.details() == null) {
            return Templates.summaryComing(view, results, said, Form.empty(), helping);
        }
        return Templates.summary(
                view,
                SummaryView.of(found, found.summary(), found.details(), lived.footer(actor)),
                results,
                said,
                Form.empty(),
                helping);
    }

    /** Worth saying right after completing, and for as long as something of it is not done. */
    private List<SummaryView.Aftermath> aftermath(UUID periodId, @Nullable Instant completedAt) {
        var results = lived.afterCompletion(caller.actor(), periodId);
        var isNew = completedAt != null && clock.instant().isBefore(completedAt.plus(JUST_COMPLETED));
        return isNew || !results.stream().allMatch(HandlerResult::success)
                ? SummaryView.Aftermath.of(results)
                : List.of();
    }
}
