package dev.trellis.adaptation.web;

import dev.trellis.adaptation.AdjustmentResult;
import dev.trellis.adaptation.AdjustmentResult.Analysed;
import dev.trellis.adaptation.AdjustmentResult.Decided;
import dev.trellis.adaptation.AdjustmentResult.NoProgram;
import dev.trellis.adaptation.AdjustmentResult.OutOfReach;
import dev.trellis.adaptation.AdjustmentResult.Unknown;
import dev.trellis.adaptation.AdjustmentResult.WrongState;
import dev.trellis.adaptation.Adjustments;
import dev.trellis.adaptation.AnalysedDay;
import dev.trellis.adaptation.DayOverride;
import dev.trellis.adaptation.SymptomCheck;
import dev.trellis.platform.DayRange;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.tracking.ContextDay;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** My days, made different where they should be. */
@Path("/adjustments")
@RunOnVirtualThread
@Tag(name = "Adjustments")
public class AdjustmentsApi {
    private static final String ADJUSTMENT = "adjustment";

    private final Adjustments adjustments;
    private final Caller caller;
    private final Once once;

    AdjustmentsApi(Adjustments adjustments, Caller caller, Once once) {
        this.adjustments = adjustments;
        this.caller = caller;
        this.once = once;
    }

    /**
     * Which day to look at.
     *
     * @param day     today or tomorrow; today when absent
     * @param context how today is, written down first
     */
    public record Analysis(
            @Nullable LocalDate day, @Nullable @Valid ContextDay context) {}

    /**
     * Why something is undone.
     *
     * @param symptomCheck how an illness stands; needed when a safety hold is undone
     */
    public record Undoing(@Nullable @Valid SymptomCheck symptomCheck) {}

    @POST
    @Path("/analyze")
    @Operation(summary = "Look at today or tomorrow: what it should be instead, why, and how sure that is")
    @APIResponse(
            responseCode = "200",
            description = "The day, and what is open for it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnalysedDay.class)))
    public Response analyse(@Nullable @Valid Analysis body) {
        var wanted = body == null ? new Analysis(null, null) : body;
        return once.answer(
                caller.actor(),
                wanted,
                () -> answer(adjustments.analyse(caller.actor(), wanted.day(), wanted.context())));
    }

    @GET
    @Operation(summary = "My adjustments, newest first; from and to are my own days, both included")
    public Page<DayOverride> list(
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("status") DayOverride.@Nullable Status status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return adjustments.list(caller.actor(), DayRange.of(from, to), status, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of my adjustments: before, after, and what it was decided from")
    public DayOverride find(@PathParam("id") UUID id) {
        return adjustments.find(caller.actor(), id).orElseThrow(() -> ProblemException.notFound(ADJUSTMENT));
    }

    @POST
    @Path("/{id}/approve")
    @Operation(summary = "Agree to what is proposed: the day is made different")
    @APIResponse(
            responseCode = "200",
            description = "The adjustment",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DayOverride.class)))
    public Response approve(@PathParam("id") UUID id) {
        return once.answer(caller.actor(), null, () -> answer(adjustments.approve(caller.actor(), id)));
    }

    @POST
    @Path("/{id}/reject")
    @Operation(summary = "Decline what is proposed: the day stays as it is")
    @APIResponse(
            responseCode = "200",
            description = "The adjustment",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DayOverride.class)))
    public Response reject(@PathParam("id") UUID id) {
        return once.answer(caller.actor(), null, () -> answer(adjustments.reject(caller.actor(), id)));
    }

    @POST
    @Path("/{id}/undo")
    @Operation(summary = "Make the day as it was before; a safety hold asks about symptoms first")
    @APIResponse(
            responseCode = "200",
            description = "The adjustment",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DayOverride.class)))
    public Response undo(@PathParam("id") UUID id, @Nullable @Valid Undoing body) {
        var symptoms = body == null ? null : body.symptomCheck();
        return once.answer(caller.actor(), body, () -> answer(adjustments.undo(caller.actor(), id, symptoms)));
    }

    private static Answer answer(AdjustmentResult result) {
        return switch (result) {
            case Analysed(var day) -> Answer.ok(day);
            case Decided(var override) -> Answer.ok(override);
            case NoProgram() ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE,
                        "There is no program running on that day. Generate one first: POST /programs/generate.");
            case OutOfReach(var from, var to) ->
                throw ProblemException.invalid("/day", "The day is " + from + " or " + to + ".");
            case Unknown() -> throw ProblemException.notFound(ADJUSTMENT);
            case WrongState(var sentence) -> throw new ProblemException(ProblemType.WRONG_STATE, sentence);
        };
    }
}
