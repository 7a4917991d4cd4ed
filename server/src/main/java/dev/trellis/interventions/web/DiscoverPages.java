package dev.trellis.interventions.web;

import dev.trellis.assessment.Areas;
import dev.trellis.assessment.Categories;
import dev.trellis.assessment.Intake;
import dev.trellis.assessment.Intakes;
import dev.trellis.identity.Profiles;
import dev.trellis.interventions.Recommendations;
import dev.trellis.interventions.recommendation.Recommender;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.safety.SafetyCheckIn;
import dev.trellis.safety.web.HelpPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Telling what should change, as a short conversation; the answer is a page of suggestions. */
@Path(DiscoverPages.ADDRESS)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class DiscoverPages {
    static final String ADDRESS = "/app/discover";
    private static final int EARLIER = 3;

    private final Intakes intakes;
    private final Categories categories;
    private final Profiles profiles;
    private final Recommendations recommendations;
    private final SafetyCheckIn safety;
    private final Forms forms;
    private final Once once;
    private final Caller caller;

    DiscoverPages(
            Intakes intakes,
            Categories categories,
            Profiles profiles,
            Recommendations recommendations,
            SafetyCheckIn safety,
            Forms forms,
            Once once,
            Caller caller) {
        this.intakes = intakes;
        this.categories = categories;
        this.profiles = profiles;
        this.recommendations = recommendations;
        this.safety = safety;
        this.forms = forms;
        this.once = once;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "interventions")
    static class Templates {
        static native TemplateInstance discover(Conversation talk, Form form);
    }

    /**
     * What is asked.
     *
     * @param earlier what the person told before, the newest first
     * @param asksForPhase whether they follow their cycle here
     * @param open whether something in the part that is folded away is filled in or wrong
     */
    public record Conversation(List<Option> areas, List<Intake> earlier, boolean asksForPhase, boolean open) {
        /** How somebody may have slept. */
        public List<Option> sleep() {
            return Option.scale("Very badly", "Badly", "So-so", "Well", "Very well");
        }

        /** How much stress there may have been. */
        public List<Option> stress() {
            return Option.scale("None", "A little", "Some", "A lot", "Too much");
        }

        /** Where in the cycle somebody may be. */
        public List<Option> phases() {
            return StartForm.PHASES;
        }
    }

    @GET
    public Response page(@QueryParam("from") @Nullable UUID from) {
        if (safety.state(caller.actor()).held()) {
            return Response.seeOther(URI.create(HelpPage.before(ADDRESS))).build();
        }
        var earlier = Optional.ofNullable(from).flatMap(id -> intakes.find(caller.actor(), id));
        return Response.ok(shown(earlier.map(IntakeForm::of).orElseGet(Form::empty)))
                .build();
    }

    @POST
    public Response take(Form form) {
        var intake = IntakeForm.read(form);
        return forms.handle(
                form,
                intake,
                () -> {
                    var actor = caller.actor();
                    var taken = once.form(actor, form.value(Form.ONCE), form.fields(), () -> {
                        var stored = intakes.take(actor, intake);
                        var page = SuggestionPages.address(stored.intake().id());
                        return Answer.leadingTo(stored.safety() == null ? page : HelpPage.before(page));
                    });
                    suggest(SuggestionPages.idIn(taken.getLocation()), form);
                    return taken;
                },
                this::shown);
    }

    /** Chosen outside any transaction, and shown once for this intake, however often the form comes. */
    private void suggest(UUID intakeId, Form form) {
        var actor = caller.actor();
        recommendations
                .propose(actor, intakeId, Recommender.USUAL_COUNT)
                .ifPresent(proposal -> once.form(actor, "first of " + intakeId, form.fields(), () -> {
                    recommendations.show(actor, proposal);
                    return Answer.leadingTo(SuggestionPages.address(intakeId));
                }));
    }

    private TemplateInstance shown(Form form) {
        var actor = caller.actor();
        var areas = categories.all().stream()
                .map(code -> Option.of(code, Areas.name(code)))
                .toList();
        var earlier = intakes.list(actor, PageRequest.of(EARLIER, null)).items();
        var talk = new Conversation(areas, earlier, profiles.mine(actor).cycleTracking(), IntakeForm.saysMore(form));
        return Templates.discover(talk, form);
    }
}
