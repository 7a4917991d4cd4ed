package dev.trellis.interventions.web;

import dev.trellis.assessment.Intake;
import dev.trellis.assessment.Intakes;
import dev.trellis.interventions.PeriodStart;
import dev.trellis.interventions.PeriodStarts;
import dev.trellis.interventions.StartPreviews;
import dev.trellis.interventions.StartPreviews.StartPreview;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Starting an intervention of the catalogue: which habits, for how long, and what to watch; safety questions first. */
@Path("/app/discover/catalogue/{id}/start")
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class StartPages {
    private static final String TODAY = "/app/today";

    private final StartPreviews previews;
    private final PeriodStarts starts;
    private final Intakes intakes;
    private final Forms forms;
    private final Caller caller;

    StartPages(StartPreviews previews, PeriodStarts starts, Intakes intakes, Forms forms, Caller caller) {
        this.previews = previews;
        this.starts = starts;
        this.intakes = intakes;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "interventions")
    static class Templates {
        static native TemplateInstance start(StartForm plan, Form form);

        static native TemplateInstance cannotStart(StartForm plan, StartObstacle obstacle);

        static native TemplateInstance begun(StartForm plan, List<String> cautions);
    }

    /** Where something is started, and for what the person told; that is empty when it was found otherwise. */
    static String address(int interventionId, String intake) {
        var start = CataloguePages.ADDRESS + "/" + interventionId + "/start";
        return intake.isEmpty() ? start : start + "?intake=" + intake;
    }

    @GET
    public TemplateInstance page(@PathParam("id") int id, @QueryParam("intake") @Nullable UUID intakeId) {
        var preview = preview(id);
        var intake = intake(intakeId);
        var plan = StartForm.of(preview, intake.map(Intake::id).orElse(null));
        var obstacle = StartObstacle.of(preview.obstacle());
        if (obstacle.running()) {
            return Templates.begun(plan, preview.cautions());
        }
        return obstacle.isNone() ? Templates.start(plan, plan.proposed(intake)) : Templates.cannotStart(plan, obstacle);
    }

    @POST
    public Response start(@PathParam("id") int id, @QueryParam("intake") @Nullable UUID intakeId, Form form) {
        var actor = caller.actor();
        var plan = StartForm.of(preview(id), intake(intakeId).map(Intake::id).orElse(null));
        var request = plan.read(form);
        return forms.handleOnce(
                actor,
                form,
                request,
                () -> next(plan, starts.start(actor, request.command())),
                again -> Templates.start(plan, again));
    }

    /**
     * What must be read before the first day is on the page of the start from then on. A refusal is there too, and is not
     * thrown: the answers that led to it are kept.
     */
    private static Next next(StartForm plan, PeriodStart.Result result) {
        var page = Next.to(plan.address());
        return switch (result) {
            case PeriodStart.Started started ->
                started.cautions().isEmpty()
                        ? Next.to(TODAY).saying("It begins today. One day at a time.")
                        : page.saying("It begins today. Please read this first.");
            case PeriodStart.Contraindicated _,
                    PeriodStart.AlreadyOpen _,
                    PeriodStart.TooManyOpen _,
                    PeriodStart.OnHold _ -> page;
            case PeriodStart.UnknownIntervention _,
                    PeriodStart.UnknownIntake _,
                    PeriodStart.NeedsHabitsAndDuration _,
                    PeriodStart.NeedsAnswers _,
                    PeriodStart.UnknownHabit _,
                    PeriodStart.UnknownQuestion _ ->
                page.saying(StartObstacle.of(result).words());
        };
    }

    private StartPreview preview(int interventionId) {
        return previews.of(caller.actor(), interventionId).orElseThrow(CataloguePages::unknown);
    }

    /** Somebody else's, or none: then it is started without one. */
    private Optional<Intake> intake(@Nullable UUID id) {
        return Optional.ofNullable(id).flatMap(given -> intakes.find(caller.actor(), given));
    }
}
