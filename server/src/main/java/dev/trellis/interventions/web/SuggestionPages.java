package dev.trellis.interventions.web;

import dev.trellis.assessment.Intake;
import dev.trellis.assessment.Intakes;
import dev.trellis.interventions.InterventionPeriod;
import dev.trellis.interventions.InterventionPeriods;
import dev.trellis.interventions.RecommendationAnswer;
import dev.trellis.interventions.Recommendations;
import dev.trellis.interventions.recommendation.Recommender;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was suggested for something a person told, why, and why not the others; as it was shown, until they ask again. */
@Path(SuggestionPages.ADDRESS)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SuggestionPages {
    static final String ADDRESS = "/app/discover/intakes";

    private final Intakes intakes;
    private final Recommendations recommendations;
    private final InterventionPeriods periods;
    private final Forms forms;
    private final Caller caller;

    SuggestionPages(
            Intakes intakes, Recommendations recommendations, InterventionPeriods periods, Forms forms, Caller caller) {
        this.intakes = intakes;
        this.recommendations = recommendations;
        this.periods = periods;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "interventions")
    static class Templates {
        static native TemplateInstance intakes(List<Intake> intakes, String next, boolean first);

        static native TemplateInstance noSuggestions(Intake intake);

        static native TemplateInstance suggestions(Intake intake, RecommendationAnswer answer, Set<Integer> running);
    }

    static String address(UUID intakeId) {
        return ADDRESS + "/" + intakeId;
    }

    static UUID idIn(URI location) {
        var address = location.toString();
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    @GET
    public TemplateInstance all(@QueryParam("cursor") @Nullable String cursor) {
        Page<Intake> page = intakes.list(caller.actor(), PageRequest.of(null, cursor));
        return Templates.intakes(page.items(), Objects.requireNonNullElse(page.nextCursor(), ""), cursor == null);
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") UUID id) {
        var actor = caller.actor();
        var intake = intakes.find(actor, id).orElseThrow(() -> ProblemException.notFound("page of suggestions"));
        var answer = recommendations.latest(actor, id);
        if (answer.isEmpty()) {
            return Response.ok(Templates.noSuggestions(intake)).build();
        }
        return answer.get().suspended()
                ? Response.seeOther(URI.create(HelpPage.before(address(id)))).build()
                : Response.ok(Templates.suggestions(intake, answer.get(), running()))
                        .build();
    }

    @POST
    @Path("/{id}")
    public Response again(@PathParam("id") UUID id, Form form) {
        var actor = caller.actor();
        var proposal = recommendations
                .propose(actor, id, Recommender.USUAL_COUNT)
                .orElseThrow(() -> ProblemException.notFound("page of suggestions"));
        return forms.press(actor, form, () -> {
            recommendations.show(actor, proposal);
            return Next.to(address(id));
        });
    }

    private Set<Integer> running() {
        return periods.open(caller.actor()).stream()
                .map(InterventionPeriod::interventionId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
