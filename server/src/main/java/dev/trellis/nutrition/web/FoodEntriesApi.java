package dev.trellis.nutrition.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trellis.nutrition.DailyIntake;
import dev.trellis.nutrition.FoodAuditEntry;
import dev.trellis.nutrition.FoodCorrection;
import dev.trellis.nutrition.FoodEntries;
import dev.trellis.nutrition.FoodEntry;
import dev.trellis.nutrition.FoodEntryResult;
import dev.trellis.nutrition.FoodEntryResult.Invalid;
import dev.trellis.nutrition.FoodEntryResult.Kept;
import dev.trellis.nutrition.FoodEntryResult.Unknown;
import dev.trellis.nutrition.NewFoodEntry;
import dev.trellis.platform.DayRange;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ConditionalReads;
import dev.trellis.platform.web.MergePatch;
import dev.trellis.platform.web.Once;
import dev.trellis.safety.SafetyNotice;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What I ate. */
@Path("/food-entries")
@RunOnVirtualThread
@Tag(name = "Food")
public class FoodEntriesApi {
    private static final String ENTRY = "food entry";
    private static final int LONGEST_RANGE = 366;

    private final FoodEntries entries;
    private final Caller caller;
    private final Once once;
    private final MergePatch patches;
    private final ConditionalReads reads;

    FoodEntriesApi(FoodEntries entries, Caller caller, Once once, MergePatch patches, ConditionalReads reads) {
        this.entries = entries;
        this.caller = caller;
        this.once = once;
        this.patches = patches;
        this.reads = reads;
    }

    /** The entry, and {@code safety} when the words gave reason to worry. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KeptFoodEntry(
            @JsonUnwrapped FoodEntry entry, @Nullable SafetyNotice safety) {}

    /** Days with at least one entry. */
    public record IntakeDays(List<DailyIntake> items) {}

    @POST
    @Operation(summary = "Log what I ate: foods of the table by weight, or anything else by its label")
    @APIResponse(
            responseCode = "201",
            description = "The entry with its nutrients",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KeptFoodEntry.class)))
    public Response log(@NotNull @Valid NewFoodEntry body) {
        return once.answer(
                caller.actor(),
                body,
                () -> answer(
                        entries.log(caller.actor(), body),
                        kept -> Answer.created("/food-entries/" + kept.entry().id(), shown(kept))));
    }

    @GET
    @Operation(summary = "What I ate, the latest first; from and to are my own days, both included")
    public Page<FoodEntry> list(
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return entries.list(caller.actor(), DayRange.of(from, to), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/days")
    @Operation(summary = "What I logged a day, oldest first; a day without an entry is left out")
    public IntakeDays days(@QueryParam("from") @NotNull LocalDate from, @QueryParam("to") @NotNull LocalDate to) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > LONGEST_RANGE) {
            throw ProblemException.invalid("/query/to", "to is between from and a year later.");
        }
        return new IntakeDays(entries.intake(caller.actor(), from, to));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of my entries")
    public FoodEntry find(@PathParam("id") UUID id) {
        return entries.find(caller.actor(), id).orElseThrow(() -> ProblemException.notFound(ENTRY));
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Correct an entry; what it was is kept, with the reason")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FoodCorrection.class)))
    @APIResponse(
            responseCode = "200",
            description = "The entry as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KeptFoodEntry.class)))
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull ObjectNode body) {
        return once.answer(
                caller.actor(),
                body,
                () -> answer(
                        entries.correct(caller.actor(), id, current -> {
                            reads.requireMatch(ifMatch, current);
                            return patches.apply(FoodCorrection.of(current), body, FoodCorrection.class);
                        }),
                        kept -> Answer.ok(shown(kept))));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Take an entry back, with its corrections")
    public Response remove(@PathParam("id") UUID id) {
        return once.answer(caller.actor(), null, () -> {
            if (!entries.remove(caller.actor(), id)) {
                throw ProblemException.notFound(ENTRY);
            }
            return Answer.done();
        });
    }

    @GET
    @Path("/{id}/audit")
    @Operation(summary = "The corrections of an entry, newest first")
    public Page<FoodAuditEntry> audit(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return entries.corrections(caller.actor(), id, PageRequest.of(limit, cursor))
                .orElseThrow(() -> ProblemException.notFound(ENTRY));
    }

    private static KeptFoodEntry shown(Kept kept) {
        return new KeptFoodEntry(kept.entry(), kept.safety());
    }

    private static Answer answer(FoodEntryResult result, Function<Kept, Answer> whenKept) {
        return switch (result) {
            case Kept kept -> whenKept.apply(kept);
            case Invalid(var errors) -> throw ProblemException.invalid(errors);
            case Unknown() -> throw ProblemException.notFound(ENTRY);
        };
    }
}
