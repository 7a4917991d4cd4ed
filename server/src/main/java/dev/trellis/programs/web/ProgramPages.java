package dev.trellis.programs.web;

import dev.trellis.assessment.ConsultationCompletion;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.programs.GenerationCommand;
import dev.trellis.programs.GenerationResult;
import dev.trellis.programs.ProgramBundle;
import dev.trellis.programs.ProgramNote;
import dev.trellis.programs.ProgramStanding;
import dev.trellis.programs.ProgramSummary;
import dev.trellis.programs.Programs;
import dev.trellis.programs.StoredProgram;
import dev.trellis.programs.TargetsInForce;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Programs in a browser: how one would be, making it, where one stands in it, and the ones before. */
@Path(ProgramPages.ROOT)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ProgramPages {
    static final String ROOT = "/app/program";
    private static final int EARLIER = 20;
    private static final int DAYS_SHOWN = 7;

    private final Programs programs;
    private final TargetsInForce targets;
    private final Caller caller;
    private final Forms forms;

    ProgramPages(Programs programs, TargetsInForce targets, Caller caller, Forms forms) {
        this.programs = programs;
        this.targets = targets;
        this.caller = caller;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "programs")
    static class Templates {
        static native TemplateInstance none(List<ProgramSummary> earlier);

        static native TemplateInstance program(
                ProgramStanding standing, ProgramFacts facts, List<ProgramSummary> earlier);

        static native TemplateInstance before(StoredProgram program, ProgramFacts facts);

        static native TemplateInstance preview(Preview preview);

        static native TemplateInstance refused(List<ProgramNote> reasons);
    }

    /**
     * How a program would be.
     *
     * @param sessions of its first week
     * @param meals    of its first day
     */
    public record Preview(
            ProgramBundle bundle,
            ProgramFacts facts,
            List<ProgramBundle.Session> sessions,
            List<ProgramBundle.Meal> meals,
            boolean replaces,
            Form form) {
        /** Whether the person has to say that they have read about a target below resting energy. */
        public boolean needsConfirmation() {
            var targets = bundle.nutrition().targets();
            return targets != null && targets.belowResting();
        }
    }

    /** Where the person stands; without a program, how to come by one. */
    @GET
    public TemplateInstance current(@QueryParam("week") @Nullable Integer week) {
        var actor = caller.actor();
        var earlier = programs.list(actor, PageRequest.of(EARLIER, null)).items().stream()
                .filter(program -> program.endedOn() != null)
                .toList();
        return programs.standing(actor)
                .map(standing -> {
                    var facts = ProgramFacts.of(standing.program(), week == null ? standing.week() : week);
                    return Templates.program(
                            standing,
                            targets.on(actor, standing.date()).map(facts::with).orElse(facts),
                            earlier);
                })
                .orElseGet(() -> Templates.none(earlier));
    }

    /** How it would be; nothing is stored before the person says so. */
    @GET
    @Path("/new")
    public Response preview(
            @QueryParam("consultation") @Nullable UUID consultation,
            @QueryParam("start") @Nullable LocalDate start,
            @QueryParam("weeks") @Nullable Integer weeks) {
        var form = Form.empty()
                .with("consultation", consultation)
                .with("start", start)
                .with("weeks", weeks);
        return Response.ok(preview(form)).build();
    }

    /** Makes it and stores it. */
    @POST
    public Response make(Form form) {
        var actor = caller.actor();
        var request = request(form, form.isTicked("confirm"));
        var command = request.command();
        var consultation = consultation(form);
        return forms.handleOnce(
                actor,
                form,
                request,
                () -> switch (consultation == null
                        ? programs.generate(actor, command)
                        : programs.complete(actor, consultation, command)) {
                    case GenerationResult.Generated ignored ->
                        Next.to(ROOT).saying("Your program is on your calendar.");
                    case GenerationResult.NotCompleted(ConsultationCompletion.AlreadyCompleted()) ->
                        Next.to(ROOT).saying("This consultation has its program already.");
                    case GenerationResult other -> {
                        GenerationAnswers.of(other);
                        throw new IllegalStateException("no such outcome of making a program");
                    }
                },
                this::preview);
    }

    @POST
    @Path("/stop")
    public Response stop(Form form) {
        return forms.press(
                caller.actor(),
                form,
                () -> Next.to(ROOT)
                        .saying(
                                programs.stop(caller.actor()).isPresent()
                                        ? "Your program is stopped. What you did stays in your records."
                                        : "There was no program to stop."));
    }

    /** A program of one's own, active or not. */
    @GET
    @Path("/{id}")
    public TemplateInstance before(@PathParam("id") UUID id, @QueryParam("week") @Nullable Integer week) {
        var program = programs.find(caller.actor(), id).orElseThrow(() -> ProblemException.notFound("program"));
        return Templates.before(program, ProgramFacts.of(program, week == null ? 1 : week));
    }

    private TemplateInstance preview(Form form) {
        var actor = caller.actor();
        // Shown as if it were confirmed; making it asks.
        var request = request(form, true);
        var command = forms.fits(form, request) ? request.command() : GenerationCommand.USUAL;
        var consultation = consultation(form);
        var result = consultation == null
                ? programs.preview(actor, command)
                : programs.previewCompletion(actor, consultation, command);
        return switch (result) {
            case GenerationResult.Previewed(var bundle) ->
                Templates.preview(new Preview(
                        bundle,
                        ProgramFacts.of(bundle),
                        bundle.sessions().stream()
                                .filter(session -> session.date()
                                        .isBefore(bundle.inputs().startDate().plusDays(DAYS_SHOWN)))
                                .toList(),
                        bundle.meals().stream()
                                .filter(meal ->
                                        meal.date().equals(bundle.inputs().startDate()))
                                .toList(),
                        programs.standing(actor).isPresent(),
                        form));
            case GenerationResult.GenerationRefused(var reasons) -> Templates.refused(reasons);
            case GenerationResult.OnHold() ->
                Templates.refused(List.of(new ProgramNote(
                        "safety_hold",
                        "Something you wrote made us worry about you. A program can wait; first look at whom you can call"
                                + " on the safety page, and tell us there when you are safe.")));
            case GenerationResult.NothingTold() ->
                Templates.refused(List.of(new ProgramNote(
                        "nothing_told",
                        "A program is made from a consultation, and there is none yet that is completed.")));
            case GenerationResult.ImpossibleStart(var why) -> Templates.refused(List.of(new ProgramNote("start", why)));
            case GenerationResult.NotCompleted(var why) ->
                switch (why) {
                    case ConsultationCompletion.Unknown() -> throw ProblemException.notFound("consultation");
                    case ConsultationCompletion.AlreadyCompleted() ->
                        Templates.refused(List.of(new ProgramNote(
                                "already_completed",
                                "This consultation has its program already. It is on your calendar.")));
                    case ConsultationCompletion.Incomplete(var missing) ->
                        Templates.refused(List.of(new ProgramNote(
                                "incomplete", missing.size() + " sections of the consultation still need answers.")));
                    case ConsultationCompletion.Completed completed ->
                        throw new IllegalStateException("a completed consultation is no refusal");
                };
            case GenerationResult.Generated generated -> throw new IllegalStateException("a preview stores nothing");
        };
    }

    /** The same that the API takes, with the same bounds. */
    private static GenerationRequest request(Form form, boolean confirmed) {
        return new GenerationRequest(null, form.day("start"), form.number("weeks"), null, confirmed);
    }

    private static @Nullable UUID consultation(Form form) {
        try {
            return form.has("consultation") ? UUID.fromString(form.text("consultation")) : null;
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("consultation");
        }
    }
}
