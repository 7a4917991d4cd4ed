package dev.trellis.assessment.web;

import dev.trellis.assessment.Onboarding;
import dev.trellis.assessment.OnboardingPath;
import dev.trellis.assessment.OnboardingResult;
import dev.trellis.assessment.OnboardingResult.AlreadyComplete;
import dev.trellis.assessment.OnboardingResult.Changed;
import dev.trellis.assessment.OnboardingResult.Incomplete;
import dev.trellis.assessment.OnboardingResult.Invalid;
import dev.trellis.assessment.OnboardingResult.NotOnThisPath;
import dev.trellis.assessment.OnboardingResult.NotStarted;
import dev.trellis.assessment.OnboardingState;
import dev.trellis.assessment.OnboardingStep;
import dev.trellis.assessment.Onboardings;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.safety.SafetyNotice;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first minutes in a browser: choose a path, answer its steps in any order, read it all over, finish or pass. */
@Path(OnboardingPages.ROOT)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class OnboardingPages {
    static final String ROOT = "/app/onboarding";
    private static final String REVIEW = ROOT + "/review";
    private static final String TODAY = "/app/today";
    private static final String DISCOVER = "/app/discover";

    private final Onboardings onboardings;
    private final Caller caller;
    private final Forms forms;

    OnboardingPages(Onboardings onboardings, Caller caller, Forms forms) {
        this.onboardings = onboardings;
        this.caller = caller;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "assessment")
    static class Templates {
        static native TemplateInstance paths(Onboarding onboarding, String goOn);

        static native TemplateInstance step(StepView view);

        static native TemplateInstance review(Onboarding onboarding, List<ToldStep> steps);

        static native TemplateInstance through(String onwards);
    }

    /** Leads to where the person stands; whoever has not begun, or has passed, sees the paths. */
    @GET
    public Response here() {
        var onboarding = onboardings.mine(caller.actor());
        return onboarding.state() == OnboardingState.WELCOME || onboarding.state() == OnboardingState.SKIPPED
                ? Response.ok(paths(onboarding)).build()
                : onboarding.state() == OnboardingState.COMPLETE
                        ? Response.ok(Templates.through(onwards(onboarding))).build()
                        : Response.seeOther(URI.create(place(onboarding))).build();
    }

    @GET
    @Path("/paths")
    public Response paths() {
        var onboarding = onboardings.mine(caller.actor());
        return onboarding.state() == OnboardingState.COMPLETE
                ? home()
                : Response.ok(paths(onboarding)).build();
    }

    @GET
    @Path("/review")
    public Response review() {
        var onboarding = onboardings.mine(caller.actor());
        return onboarding.path() == null || onboarding.state() == OnboardingState.COMPLETE
                ? home()
                : Response.ok(Templates.review(onboarding, ToldStep.all(onboarding)))
                        .build();
    }

    @GET
    @Path("/{step}")
    public Response step(@PathParam("step") OnboardingStep step) {
        var onboarding = onboardings.mine(caller.actor());
        if (onboarding.state() == OnboardingState.COMPLETE
                || onboarding.step(step).isEmpty()) {
            return home();
        }
        return Response.ok(Templates.step(StepView.of(onboarding, step))).build();
    }

    @POST
    public Response choose(Form form) {
        var path = form.choice("path", OnboardingPath.class);
        if (path == null) {
            return forms.next(Next.to(ROOT + "/paths").saying("Choose one of the three."));
        }
        return forms.press(caller.actor(), form, () -> next(onboardings.choose(caller.actor(), path), form));
    }

    @POST
    @Path("/{step}")
    public Response answer(@PathParam("step") OnboardingStep step, Form form) {
        var onboarding = onboardings.mine(caller.actor());
        if (onboarding.step(step).isEmpty()) {
            return forms.next(Next.to(ROOT).saying("Your path has changed meanwhile. This is where you are now."));
        }
        var view = StepView.of(onboarding, step);
        Map<String, Object> given = view.read(form);
        return forms.handleOnce(
                caller.actor(),
                form,
                given,
                () -> next(onboardings.answer(caller.actor(), step, given), form),
                again -> Templates.step(view.with(again)));
    }

    @POST
    @Path("/skip")
    public Response skip(Form form) {
        return forms.press(caller.actor(), form, () -> switch (onboardings.skip(caller.actor())) {
            case Changed ignored ->
                Next.to(TODAY).saying("Fine. What you told is kept, and you can go on whenever you like.");
            case Invalid ignored -> Next.to(ROOT);
            case NotStarted() -> Next.to(ROOT);
            case NotOnThisPath ignored -> Next.to(ROOT);
            case Incomplete ignored -> Next.to(ROOT);
            case AlreadyComplete() -> Next.to(TODAY);
        });
    }

    @POST
    @Path("/complete")
    public Response complete(Form form) {
        return forms.press(caller.actor(), form, () -> switch (onboardings.complete(caller.actor())) {
            case Changed(var onboarding, var ignored) ->
                Next.to(onwards(onboarding)).saying("Thank you. You can change any of it in the settings.");
            case Incomplete(var missing) ->
                Next.to(ROOT + "/" + missing.getFirst().wire()).saying("We need this one step before you finish.");
            case Invalid ignored -> Next.to(ROOT);
            case NotStarted() -> Next.to(ROOT);
            case NotOnThisPath ignored -> Next.to(ROOT);
            case AlreadyComplete() -> Next.to(ROOT);
        });
    }

    private static Next next(OnboardingResult result, Form form) {
        return switch (result) {
            case Changed(var onboarding, var safety) -> after(onboarding, safety);
            case Invalid(var errors) -> {
                errors.forEach(error -> form.refuse(error.pointer().substring(1), error.detail()));
                throw new ProblemException(
                        ProblemType.INVALID_INPUT, "Some answers need another look; they are marked below.");
            }
            case Incomplete(var missing) ->
                Next.to(ROOT + "/" + missing.getFirst().wire());
            case NotOnThisPath ignored ->
                Next.to(ROOT).saying("Your path has changed meanwhile. This is where you are now.");
            case NotStarted() -> Next.to(ROOT);
            case AlreadyComplete() -> Next.to(ROOT);
        };
    }

    private static Next after(Onboarding onboarding, @Nullable SafetyNotice safety) {
        return Next.to(safety == null ? place(onboarding) : HelpPage.before(place(onboarding)));
    }

    /** The first step that was not answered, or all of it to read over. */
    private static String place(Onboarding onboarding) {
        return onboarding.nextStep() == null
                ? REVIEW
                : ROOT + "/" + onboarding.nextStep().wire();
    }

    /** With a wish told, to what is suggested for it; without, to where suggestions begin. */
    private static String onwards(Onboarding onboarding) {
        return onboarding.intakeId() == null ? DISCOVER : DISCOVER + "/intakes/" + onboarding.intakeId();
    }

    private static TemplateInstance paths(Onboarding onboarding) {
        return Templates.paths(onboarding, onboarding.progress().done() == 0 ? "" : place(onboarding));
    }

    private static Response home() {
        return Response.seeOther(URI.create(ROOT)).build();
    }
}
