package dev.trellis.tracking.web;

import dev.trellis.platform.DayRange;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.tracking.Measurement;
import dev.trellis.tracking.MeasurementResult.Doubtful;
import dev.trellis.tracking.MeasurementResult.Invalid;
import dev.trellis.tracking.MeasurementResult.Kept;
import dev.trellis.tracking.Measurements;
import dev.trellis.tracking.NewMeasurement;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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

/** What my scale and my tape show. */
@Path("/measurements")
@RunOnVirtualThread
@Tag(name = "Measurements")
public class MeasurementsApi {
    private static final String MEASUREMENT = "measurement";

    private final Measurements measurements;
    private final Caller caller;
    private final Once once;

    MeasurementsApi(Measurements measurements, Caller caller, Once once) {
        this.measurements = measurements;
        this.caller = caller;
        this.once = once;
    }

    @POST
    @Operation(summary = "Write down a measurement; a weight far from my trend must be confirmed")
    @APIResponse(
            responseCode = "201",
            description = "The measurement",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Measurement.class)))
    public Response take(@NotNull @Valid NewMeasurement body) {
        return once.answer(caller.actor(), body, () -> switch (measurements.take(caller.actor(), body)) {
            case Kept(var kept) -> Answer.created("/measurements/" + kept.id(), kept);
            case Invalid(var errors) -> throw ProblemException.invalid(errors);
            case Doubtful(var weight, var trend) ->
                throw ProblemException.invalid(
                        "/weight_kg",
                        weight.toPlainString() + " kg is more than 3 % away from your trend of " + trend.toPlainString()
                                + " kg. If it is right, send it again with confirmed: true.");
        });
    }

    @GET
    @Operation(summary = "My measurements, the latest first; from and to are my own days, both included")
    public Page<Measurement> list(
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return measurements.list(caller.actor(), DayRange.of(from, to), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of my measurements")
    public Measurement find(@PathParam("id") UUID id) {
        return measurements.find(caller.actor(), id).orElseThrow(() -> ProblemException.notFound(MEASUREMENT));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Take a measurement back")
    public Response remove(@PathParam("id") UUID id) {
        return once.answer(caller.actor(), null, () -> {
            if (!measurements.remove(caller.actor(), id)) {
                throw ProblemException.notFound(MEASUREMENT);
            }
            return Answer.done();
        });
    }
}
