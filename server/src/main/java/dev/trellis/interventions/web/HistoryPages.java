package dev.trellis.interventions.web;

import dev.trellis.interventions.Conclusion;
import dev.trellis.interventions.LivedPeriods;
import dev.trellis.interventions.PeriodStatus;
import dev.trellis.interventions.outcome.EffectInBrief;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything a person has tried, newest first, and what came of it. */
@Path("/app/history")
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class HistoryPages {
    private final LivedPeriods lived;
    private final Caller caller;

    HistoryPages(LivedPeriods lived, Caller caller) {
        this.lived = lived;
        this.caller = caller;
    }

    /**
     * One period in the list.
     *
     * @param address of its summary when it has one, else of its page
     * @param recorded how many of the days that are over were checked in
     * @param adherence of the whole plan, in percent; empty without a summary
     * @param effect in a few words; empty without a summary
     * @param said what the person said to "did it help?"; empty when they have not
     * @param ended whether it may be asked
     * @param feedback the address where it is
     */
    public record Line(
            String name,
            String address,
            String status,
            String tone,
            LocalDate from,
            LocalDate to,
            int total,
            int over,
            int recorded,
            String adherence,
            String effect,
            String said,
            boolean ended,
            String feedback) {
        static Line of(Conclusion found) {
            var period = found.lived().period();
            var completed = period.status() == PeriodStatus.COMPLETED;
            return new Line(
                    period.interventionName(),
                    completed ? SummaryPages.address(period.id()) : JourneyPages.address(period.id()),
                    PeriodView.status(period.status()),
                    PeriodView.tone(period.status()),
                    period.startDate(),
                    found.lived().lastDay(),
                    found.lived().total(),
                    found.lived().over(),
                    found.lived().recorded(),
                    found.summary() == null
                            ? ""
                            : Numbers.percent(found.summary().adherenceRate()),
                    completed ? effect(found) : "",
                    Said.of(found.feedback()).answer(),
                    !JourneyPages.isOpen(period),
                    FeedbackPages.address(period.id()));
        }

        private static String effect(Conclusion found) {
            var details = found.details();
            if (details == null) {
                return "Its summary is still being written.";
            }
            return details.effect() == null
                    ? "Not enough data to say whether your "
                            + EffectInBrief.noun(
                                    found.lived().period().outcome().wire()) + " changed."
                    : EffectInBrief.of(details.effect()) + ".";
        }
    }

    @CheckedTemplate(basePath = "interventions")
    static class Templates {
        static native TemplateInstance history(List<Line> lines, String next, boolean beginning);
    }

    @GET
    public TemplateInstance history(@QueryParam("cursor") @Nullable String cursor) {
        var page = lived.history(caller.actor(), PageRequest.of(null, cursor));
        return Templates.history(
                page.items().stream().map(Line::of).toList(),
                Objects.requireNonNullElse(page.nextCursor(), ""),
                cursor == null);
    }
}
