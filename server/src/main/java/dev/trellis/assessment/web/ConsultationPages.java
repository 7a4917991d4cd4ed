package dev.trellis.assessment.web;

import dev.trellis.assessment.Consultation;
import dev.trellis.assessment.ConsultationResult;
import dev.trellis.assessment.ConsultationResult.Changed;
import dev.trellis.assessment.ConsultationResult.Closed;
import dev.trellis.assessment.ConsultationResult.Invalid;
import dev.trellis.assessment.ConsultationResult.Unknown;
import dev.trellis.assessment.ConsultationSection;
import dev.trellis.assessment.ConsultationSummary;
import dev.trellis.assessment.Consultations;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The consultation in a browser: nine sections in any order, with breaks of any length, read over at the end. Making the
 * program out of it is the business of the pages of programs.
 */
@Path(ConsultationPages.ROOT)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ConsultationPages {
    static final String ROOT = "/app/consultation";

    private final Consultations consultations;
    private final Caller caller;
    private final Forms forms;

    ConsultationPages(Consultations consultations, Caller caller, Forms forms) {
        this.consultations = consultations;
        this.caller = caller;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "assessment")
    static class Templates {
        static native TemplateInstance consultation(@Nullable ConsultationSummary latest, String goOn);

        static native TemplateInstance section(SectionView view);

        static native TemplateInstance readOver(Consultation consultation, List<ToldStep> steps, String goOn);
    }

    /** What it is, and where to begin or go on. */
    @GET
    public TemplateInstance here() {
        var latest = consultations.list(caller.actor(), PageRequest.of(1, null)).items().stream()
                .findFirst()
                .orElse(null);
        return Templates.consultation(latest, latest == null ? "" : ROOT + "/" + latest.id());
    }

    /** Begins one, or goes on with the one that is open. */
    @POST
    public Response begin(Form form) {
        return forms.press(
                caller.actor(),
                form,
                () -> Next.to(place(consultations.begin(caller.actor()).consultation())));
    }

    /** Everything that was told, to be read over. */
    @GET
    @Path("/{id}")
    public TemplateInstance readOver(@PathParam("id") UUID id) {
        var consultation = find(id);
        var steps = consultation.sections().stream()
                .map(section ->
                        ToldStep.of(section.title(), address(id, section.section()), section.done(), section.fields()))
                .toList();
        var goOn = consultation.nextSection() == null ? "" : address(id, consultation.nextSection());
        return Templates.readOver(consultation, steps, goOn);
    }

    @GET
    @Path("/{id}/{section}")
    public Response section(@PathParam("id") UUID id, @PathParam("section") ConsultationSection section) {
        var consultation = find(id);
        return consultation.state() == Consultation.State.COMPLETED
                ? Response.seeOther(URI.create(ROOT + "/" + id)).build()
                : Response.ok(Templates.section(SectionView.of(consultation, section)))
                        .build();
    }

    @POST
    @Path("/{id}/{section}")
    public Response answer(@PathParam("id") UUID id, @PathParam("section") ConsultationSection section, Form form) {
        var view = SectionView.of(find(id), section);
        var given = view.asked().read(form);
        return forms.handleOnce(
                caller.actor(),
                form,
                given,
                () -> next(consultations.answer(caller.actor(), id, section, given), id, form),
                again -> Templates.section(view.with(again)));
    }

    private static Next next(ConsultationResult result, UUID id, Form form) {
        return switch (result) {
            case Changed(var consultation, var safety) ->
                Next.to(safety == null ? place(consultation) : HelpPage.before(place(consultation)));
            case Invalid(var errors) -> {
                errors.forEach(error -> form.refuse(error.pointer().substring(1), error.detail()));
                throw new ProblemException(
                        ProblemType.INVALID_INPUT, "Some answers need another look; they are marked below.");
            }
            case Closed() -> Next.to(ROOT + "/" + id).saying("This consultation is completed, and stays as it is.");
            case Unknown() -> throw ProblemException.notFound("consultation");
        };
    }

    /** The first section that was not answered, or all of it to read over. */
    private static String place(Consultation consultation) {
        return consultation.nextSection() == null
                ? ROOT + "/" + consultation.id()
                : address(consultation.id(), consultation.nextSection());
    }

    static String address(UUID id, ConsultationSection section) {
        return ROOT + "/" + id + "/" + section.wire();
    }

    private Consultation find(UUID id) {
        return consultations.find(caller.actor(), id).orElseThrow(() -> ProblemException.notFound("consultation"));
    }
}
