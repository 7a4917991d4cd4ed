package dev.trellis.assessment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.trellis.assessment.Consultation;
import dev.trellis.assessment.ConsultationResult.Changed;
import dev.trellis.assessment.ConsultationResult.Closed;
import dev.trellis.assessment.ConsultationResult.Invalid;
import dev.trellis.assessment.ConsultationResult.Unknown;
import dev.trellis.assessment.ConsultationSection;
import dev.trellis.assessment.ConsultationSummary;
import dev.trellis.assessment.Consultations;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.safety.SafetyNotice;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The long assessment behind my program. */
@Path("/consultations")
@RunOnVirtualThread
@Tag(name = "Consultations")
public class ConsultationsApi {
    private final Consultations consultations;
    private final Caller caller;
    private final Once once;

    ConsultationsApi(Consultations consultations, Caller caller, Once once) {
        this.consultations = consultations;
        this.caller = caller;
        this.once = once;
    }

    /** The consultation as it is now, and {@code safety} when the words gave reason to worry. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChangedConsultation(
            @JsonUnwrapped Consultation consultation,
            @Nullable SafetyNotice safety) {}

    @POST
    @Operation(summary = "Begin, or go on with the one that is open")
    @APIResponse(
            responseCode = "201",
            description = "A new one",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Consultation.class)))
    @APIResponse(
            responseCode = "200",
            description = "The one that is open",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Consultation.class)))
    public Response begin() {
        return once.answer(caller.actor(), null, () -> {
            var begun = consultations.begin(caller.actor());
            return begun.isNew()
                    ? Answer.created("/consultations/" + begun.consultation().id(), begun.consultation())
                    : Answer.ok(begun.consultation());
        });
    }

    @GET
    @Operation(summary = "My consultations, newest first")
    public Page<ConsultationSummary> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return consultations.list(caller.actor(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of my consultations: sections, their questions and my answers so far")
    public Consultation find(@PathParam("id") UUID id) {
        return consultations.find(caller.actor(), id).orElseThrow(() -> ProblemException.notFound("consultation"));
    }

    @PUT
    @Path("/{id}/sections/{section}")
    @Operation(summary = "Answer a section: an object of its fields; what is absent or blank is passed")
    @APIResponse(
            responseCode = "200",
            description = "The consultation as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangedConsultation.class)))
    public Response answer(
            @PathParam("id") UUID id,
            @PathParam("section") ConsultationSection section,
            @NotNull @Size(max = 50) Map<String, @Nullable Object> body) {
        return once.answer(caller.actor(), body, () -> switch (consultations.answer(
                caller.actor(), id, section, body)) {
            case Changed(var consultation, var safety) -> Answer.ok(new ChangedConsultation(consultation, safety));
            case Invalid(var errors) -> throw ProblemException.invalid(errors);
            case Unknown() -> throw ProblemException.notFound("consultation");
            case Closed() ->
                throw new ProblemException(
                        ProblemType.ALREADY_COMPLETED,
                        "This consultation is completed and stays as it is. Begin another to tell something new.");
        });
    }
}
