package dev.trellis.adaptation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.trellis.adaptation.HandChange;
import dev.trellis.adaptation.PlanChange;
import dev.trellis.adaptation.PlanChangeCommand;
import dev.trellis.adaptation.PlanChangeResult;
import dev.trellis.adaptation.PlanChangeResult.Applied;
import dev.trellis.adaptation.PlanChangeResult.Invalid;
import dev.trellis.adaptation.PlanChangeResult.NotNow;
import dev.trellis.adaptation.PlanChangeResult.Previewed;
import dev.trellis.adaptation.PlanChangeResult.Refused;
import dev.trellis.adaptation.PlanChangeResult.TakenBack;
import dev.trellis.adaptation.PlanChangeResult.Unknown;
import dev.trellis.adaptation.PlanChanges;
import dev.trellis.adaptation.PlanProposal;
import dev.trellis.adaptation.PlanProposalResult;
import dev.trellis.adaptation.PlanProposals;
import dev.trellis.adaptation.change.Difference;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.safety.SafetyNotice;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was changed of my plan, and changing it by hand. */
@Path("/plan_changes")
@RunOnVirtualThread
@Tag(name = "Plan changes")
public class PlanChangesApi {
    private static final String CHANGE = "plan change";

    private final PlanChanges changes;
    private final PlanProposals proposals;
    private final Caller caller;
    private final Once once;

    PlanChangesApi(PlanChanges changes, PlanProposals proposals, Caller caller, Once once) {
        this.changes = changes;
        this.proposals = proposals;
        this.caller = caller;
        this.once = once;
    }

    /**
     * A change that is wanted: {@code move} (item_id, to_date, to_time; a meal changes places with that day's meal of the
     * same kind), {@code swap} (item_id and with_item_id, or exercise_id and new_exercise_id), {@code skip} (item_id), {@code scale} (item_id, factor), {@code replace_food}
     * (item_id, food_id, new_food_id, grams), {@code replan_week} (from).
     *
     * @param factor 0.25 to 1.5: sets of every exercise, or minutes
     * @param dryRun only show what would be different
     */
    public record PlanChangeRequest(
            @NotNull HandChange kind,
            @Nullable Boolean dryRun,
            @Nullable @Size(min = 1, max = 500) String reason,
            @Nullable UUID itemId,
            @Nullable LocalDate toDate,
            @Nullable LocalTime toTime,
            @Nullable UUID withItemId,
            @Nullable @Size(min = 1, max = 60) String exerciseId,
            @Nullable @Size(min = 1, max = 60) String newExerciseId,

            @Nullable @DecimalMin("0.25") @DecimalMax("1.5") @Digits(integer = 1, fraction = 2)
            BigDecimal factor,

            @Nullable @Size(min = 1, max = 60) String foodId,
            @Nullable @Size(min = 1, max = 60) String newFoodId,
            @Nullable @Min(1) @Max(5000) Integer grams,
            @Nullable LocalDate from) {
        PlanChangeCommand command() {
            return new PlanChangeCommand(
                    kind,
                    itemId,
                    toDate,
                    toTime,
                    withItemId,
                    exerciseId,
                    newExerciseId,
                    factor,
                    foodId,
                    newFoodId,
                    grams,
                    from,
                    reason == null || reason.isBlank() ? null : reason.strip());
        }
    }

    /** What would be different. */
    public record PlanChangePreview(LocalDate effectiveFrom, String sentence, List<Difference> differences) {}

    /** The change, and {@code safety} when the words gave reason to worry. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MadePlanChange(
            @JsonUnwrapped PlanChange change, @Nullable SafetyNotice safety) {}

    @POST
    @Operation(
            summary =
                    "Change my plan by hand, within the limits that made it; with dry_run only see what would be different")
    @APIResponse(
            responseCode = "201",
            description = "It is changed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MadePlanChange.class)))
    @APIResponse(
            responseCode = "200",
            description = "What would be different",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlanChangePreview.class)))
    public Response change(@NotNull @Valid PlanChangeRequest body) {
        var actor = caller.actor();
        return once.answer(
                actor,
                body,
                () -> answer(
                        Boolean.TRUE.equals(body.dryRun())
                                ? changes.preview(actor, body.command())
                                : changes.change(actor, body.command())));
    }

    @GET
    @Operation(summary = "Every change of my plan, whoever or whatever made it, newest first")
    public Page<PlanChange> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return changes.list(caller.actor(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One change, with everything as it was before and after")
    public PlanChange find(@PathParam("id") UUID id) {
        return changes.find(caller.actor(), id).orElseThrow(() -> ProblemException.notFound(CHANGE));
    }

    @POST
    @Path("/{id}/undo")
    @Operation(summary = "Take a change by hand back; what was changed on top of it goes first")
    @APIResponse(
            responseCode = "200",
            description = "The change, undone",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlanChange.class)))
    public Response undo(@PathParam("id") UUID id) {
        var actor = caller.actor();
        return once.answer(actor, null, () -> answer(changes.undo(actor, id)));
    }

    @POST
    @Path("/{id}/approve")
    @Operation(summary = "Agree to a proposed change of my plan: the days ahead are rewritten")
    @APIResponse(
            responseCode = "200",
            description = "The change",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlanProposal.class)))
    public Response approve(@PathParam("id") UUID id) {
        return once.answer(caller.actor(), null, () -> decided(proposals.approve(caller.actor(), id)));
    }

    @POST
    @Path("/{id}/reject")
    @Operation(summary = "Decline a proposed change of my plan: everything stays as it is")
    @APIResponse(
            responseCode = "200",
            description = "The change",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlanProposal.class)))
    public Response reject(@PathParam("id") UUID id) {
        return once.answer(caller.actor(), null, () -> decided(proposals.reject(caller.actor(), id)));
    }

    private static Answer decided(PlanProposalResult result) {
        return switch (result) {
            case PlanProposalResult.Decided(var proposal) -> Answer.ok(proposal);
            case PlanProposalResult.Unknown() -> throw ProblemException.notFound("change of the plan");
            case PlanProposalResult.WrongState(var sentence) ->
                throw new ProblemException(ProblemType.WRONG_STATE, sentence);
        };
    }

    private static Answer answer(PlanChangeResult result) {
        return switch (result) {
            case Previewed(var from, var changed) ->
                Answer.ok(new PlanChangePreview(from, changed.sentence(), changed.differences()));
            case Applied(var change, var safety) ->
                Answer.created("/plan_changes/" + change.id(), new MadePlanChange(change, safety));
            case TakenBack(var change) -> Answer.ok(change);
            case Refused(var words) -> throw new ProblemException(ProblemType.CHANGE_REFUSED, words);
            case Invalid(var pointer, var detail) -> throw ProblemException.invalid(pointer, detail);
            case NotNow(var why) -> throw new ProblemException(ProblemType.WRONG_STATE, why);
            case Unknown(var what) -> throw ProblemException.notFound(what);
        };
    }
}
