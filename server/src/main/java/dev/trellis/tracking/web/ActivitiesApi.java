package dev.trellis.tracking.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trellis.platform.DayRange;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ConditionalReads;
import dev.trellis.platform.web.MediaTypes;
import dev.trellis.platform.web.MergePatch;
import dev.trellis.platform.web.Once;
import dev.trellis.safety.SafetyNotice;
import dev.trellis.tracking.Activities;
import dev.trellis.tracking.Activity;
import dev.trellis.tracking.ActivityResult;
import dev.trellis.tracking.ActivityResult.AlreadyImported;
import dev.trellis.tracking.ActivityResult.Invalid;
import dev.trellis.tracking.ActivityResult.Kept;
import dev.trellis.tracking.ActivityResult.Unknown;
import dev.trellis.tracking.ActivityResult.Unreadable;
import dev.trellis.tracking.ActivityResult.WhatWasIt;
import dev.trellis.tracking.ActivityType;
import dev.trellis.tracking.FileDigest;
import dev.trellis.tracking.NewActivity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What I did. */
@Path("/activities")
@RunOnVirtualThread
@Tag(name = "Activities")
public class ActivitiesApi {
    private static final String ACTIVITY = "activity";

    private final Activities activities;
    private final Caller caller;
    private final Once once;
    private final MergePatch patches;
    private final ConditionalReads reads;

    ActivitiesApi(Activities activities, Caller caller, Once once, MergePatch patches, ConditionalReads reads) {
        this.activities = activities;
        this.caller = caller;
        this.once = once;
        this.patches = patches;
        this.reads = reads;
    }

    /** The activity, and {@code safety} when the words gave reason to worry. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KeptActivity(
            @JsonUnwrapped Activity activity, @Nullable SafetyNotice safety) {}

    /** What makes two requests with a file the same. */
    private record FileRequest(byte[] digest, @Nullable ActivityType type) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Log what I did, by hand or by sending a GPX or TCX file of at most 16 MB as the body")
    @RequestBody(
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NewActivity.class)),
                @Content(mediaType = MediaTypes.GPX, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaTypes.TCX, schema = @Schema(type = SchemaType.STRING))
            })
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description = "With a file: what it was, when the file does not say or is wrong about it.",
            schema = @Schema(implementation = ActivityType.class))
    @APIResponse(
            responseCode = "201",
            description = "The activity",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KeptActivity.class)))
    public Response log(@NotNull @Valid NewActivity body) {
        return once.answer(
                caller.actor(), body, () -> answer(activities.log(caller.actor(), body), ActivitiesApi::created));
    }

    @POST
    @Consumes({MediaTypes.GPX, MediaTypes.TCX, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Operation(hidden = true)
    public Response read(@QueryParam("type") @Nullable ActivityType type, byte[] file) {
        return once.answer(
                caller.actor(),
                new FileRequest(FileDigest.of(file), type),
                () -> answer(activities.read(caller.actor(), file, type), ActivitiesApi::created));
    }

    @GET
    @Operation(summary = "What I did, the latest first; from and to are my own days, both included")
    public Page<Activity> list(
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return activities.list(caller.actor(), DayRange.of(from, to), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of my activities")
    public Activity find(@PathParam("id") UUID id) {
        return activities.find(caller.actor(), id).orElseThrow(() -> ProblemException.notFound(ACTIVITY));
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Change an activity, also one from a file")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewActivity.class)))
    @APIResponse(
            responseCode = "200",
            description = "The activity as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KeptActivity.class)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull ObjectNode body) {
        return once.answer(
                caller.actor(),
                body,
                () -> answer(
                        activities.change(caller.actor(), id, current -> {
                            reads.requireMatch(ifMatch, current);
                            return patches.apply(NewActivity.of(current), body, NewActivity.class);
                        }),
                        kept -> Answer.ok(shown(kept))));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Take an activity back")
    public Response remove(@PathParam("id") UUID id) {
        return once.answer(caller.actor(), null, () -> {
            if (!activities.remove(caller.actor(), id)) {
                throw ProblemException.notFound(ACTIVITY);
            }
            return Answer.done();
        });
    }

    private static Answer created(Kept kept) {
        return Answer.created("/activities/" + kept.activity().id(), shown(kept));
    }

    private static KeptActivity shown(Kept kept) {
        return new KeptActivity(kept.activity(), kept.safety());
    }

    private static Answer answer(ActivityResult result, Function<Kept, Answer> whenKept) {
        return switch (result) {
            case Kept kept -> whenKept.apply(kept);
            case Invalid(var errors) -> throw ProblemException.invalid(errors);
            case Unknown() -> throw ProblemException.notFound(ACTIVITY);
            case Unreadable(var why) -> throw ProblemException.invalid("", why);
            case WhatWasIt() ->
                throw ProblemException.invalid(
                        "/query/type",
                        "The file does not say what it was. Add type, one of "
                                + Arrays.stream(ActivityType.values())
                                        .map(ActivityType::wire)
                                        .collect(Collectors.joining(", "))
                                + ".");
            case AlreadyImported(var activity) ->
                throw new ProblemException(
                        ProblemType.ALREADY_EXISTS, "This file was sent before; it is activity " + activity.id() + ".");
        };
    }
}
