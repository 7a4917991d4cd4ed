package dev.trellis.adaptation.web;

import dev.trellis.adaptation.AdherencePeriod;
import dev.trellis.adaptation.AdherenceRecord;
import dev.trellis.adaptation.Adherences;
import dev.trellis.adaptation.AssessmentResult;
import dev.trellis.adaptation.AssessmentResult.Assessed;
import dev.trellis.adaptation.AssessmentResult.CalledOff;
import dev.trellis.adaptation.AssessmentResult.NotYet;
import dev.trellis.adaptation.AssessmentResult.Unknown;
import dev.trellis.adaptation.matching.AdherenceStatus;
import dev.trellis.platform.Actor;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What became of what I had planned. */
@Path("/adherence")
@RunOnVirtualThread
@Tag(name = "Adherence")
public class AdherenceApi {
    private static final int LONGEST_RANGE = 366;

    private final Adherences adherences;
    private final Caller caller;
    private final Once once;

    AdherenceApi(Adherences adherences, Caller caller, Once once) {
        this.adherences = adherences;
        this.caller = caller;
        this.once = once;
    }

    /**
     * What to assess: an item or a whole day.
     *
     * @param status what became of the item, in the person's own word, which beats what is computed
     * @param dose with a status: the share of the planned amount
     * @param unmark takes such a word back
     */
    public record AssessmentRequest(
            @Nullable UUID itemId,
            @Nullable LocalDate day,
            @Nullable AdherenceStatus status,

            @Nullable @DecimalMin("0") @DecimalMax("10") @Digits(integer = 2, fraction = 4)
            BigDecimal dose,

            @Nullable Boolean unmark) {}

    /** What is known now. */
    public record AssessedItems(List<AdherenceRecord> items) {}

    @POST
    @Operation(summary = "Compare an item or a day anew, or say myself what became of an item")
    @APIResponse(
            responseCode = "200",
            description = "What is known of it now; nothing for what is still waited for",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AssessedItems.class)))
    public Response assess(@NotNull @Valid AssessmentRequest body) {
        return once.answer(caller.actor(), body, () -> switch (result(caller.actor(), body)) {
            case Assessed(var items) -> Answer.ok(new AssessedItems(items));
            case Unknown() -> throw ProblemException.notFound("planned item");
            case CalledOff() ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE, "This was called off, so it is not waited for and not counted.");
            case NotYet(var date) ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE,
                        "This is planned for " + date + ". Say what became of it once that day has come.");
        });
    }

    private AssessmentResult result(Actor actor, AssessmentRequest body) {
        boolean unmark = Boolean.TRUE.equals(body.unmark());
        if (body.itemId() == null) {
            if (body.day() == null) {
                throw ProblemException.invalid("/item_id", "Name an item, or a day.");
            }
            if (body.status() != null || body.dose() != null || unmark) {
                throw ProblemException.invalid("/item_id", "Only a single item can be marked; name it.");
            }
            return adherences.assess(actor, body.day());
        }
        if (body.day() != null) {
            throw ProblemException.invalid("/day", "Name an item or a day, not both.");
        }
        if (body.status() == null && body.dose() != null) {
            throw ProblemException.invalid("/status", "With a dose, say what became of the item.");
        }
        if (body.status() != null) {
            if (unmark) {
                throw ProblemException.invalid("/unmark", "Either mark the item or take the mark back.");
            }
            return adherences.mark(actor, body.itemId(), body.status(), body.dose());
        }
        return unmark ? adherences.unmark(actor, body.itemId()) : adherences.assess(actor, body.itemId());
    }

    @GET
    @Operation(summary = "What became of what was planned from a day to another, and how much of it I did")
    public AdherencePeriod between(
            @QueryParam("from") @NotNull LocalDate from, @QueryParam("to") @NotNull LocalDate to) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > LONGEST_RANGE) {
            throw ProblemException.invalid("/query/to", "to is between from and a year later.");
        }
        return adherences.between(caller.actor(), from, to);
    }
}
