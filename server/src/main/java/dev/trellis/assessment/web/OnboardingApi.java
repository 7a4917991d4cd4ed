package dev.trellis.assessment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.trellis.assessment.Onboarding;
import dev.trellis.assessment.OnboardingPath;
import dev.trellis.assessment.OnboardingResult;
import dev.trellis.assessment.OnboardingResult.AlreadyComplete;
import dev.trellis.assessment.OnboardingResult.Changed;
import dev.trellis.assessment.OnboardingResult.Incomplete;
import dev.trellis.assessment.OnboardingResult.Invalid;
import dev.trellis.assessment.OnboardingResult.NotOnThisPath;
import dev.trellis.assessment.OnboardingResult.NotStarted;
import dev.trellis.assessment.OnboardingStep;
import dev.trellis.assessment.Onboardings;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.safety.SafetyNotice;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The first things I tell about myself. */
@Path("/onboarding")
@RunOnVirtualThread
@Tag(name = "Onboarding")
public class OnboardingApi {
    private final Onboardings onboardings;
    private final Caller caller;
    private final Once once;

    OnboardingApi(Onboardings onboardings, Caller caller, Once once) {
        this.onboardings = onboardings;
        this.caller = caller;
        this.once = once;
    }

    /** The path to take; without one, the current path, or the standard one at the beginning. */
    public record Choice(@Nullable OnboardingPath path) {}

    /** The onboarding as it is now, and {@code safety} when the words gave reason to worry. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChangedOnboarding(
            @JsonUnwrapped Onboarding onboarding, @Nullable SafetyNotice safety) {}

    @GET
    @Operation(summary = "Where I stand: paths, steps, their questions and my answers so far")
    public Onboarding mine() {
        return onboardings.mine(caller.actor());
    }

    @POST
    @Operation(summary = "Choose a path, or change to another and keep my answers")
    @APIResponseSchema(ChangedOnboarding.class)
    public Response choose(@NotNull @Valid Choice body) {
        return once.answer(caller.actor(), body, () -> answer(onboardings.choose(caller.actor(), body.path())));
    }

    @PUT
    @Path("/steps/{step}")
    @Operation(summary = "Answer a step: an object of its fields; what is absent or blank is passed")
    @APIResponseSchema(ChangedOnboarding.class)
    public Response answer(
            @PathParam("step") OnboardingStep step, @NotNull @Size(max = 50) Map<String, @Nullable Object> body) {
        return once.answer(caller.actor(), body, () -> answer(onboardings.answer(caller.actor(), step, body)));
    }

    @POST
    @Path("/complete")
    @Operation(summary = "Finish: write what I told to my settings, my profile and an intake")
    @APIResponseSchema(ChangedOnboarding.class)
    public Response complete() {
        return once.answer(caller.actor(), null, () -> answer(onboardings.complete(caller.actor())));
    }

    @POST
    @Path("/skip")
    @Operation(summary = "Pass for now; my answers stay")
    @APIResponseSchema(ChangedOnboarding.class)
    public Response skip() {
        return once.answer(caller.actor(), null, () -> answer(onboardings.skip(caller.actor())));
    }

    private static Answer answer(OnboardingResult result) {
        return switch (result) {
            case Changed(var onboarding, var safety) -> Answer.ok(new ChangedOnboarding(onboarding, safety));
            case Invalid(var errors) -> throw ProblemException.invalid(errors);
            case NotStarted() ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE, "It has not begun. Choose a path first: quick, standard or detailed.");
            case NotOnThisPath(var step, var path) ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE,
                        "The step " + step.wire() + " is not on the " + path.wire()
                                + " path. Change the path to answer it.");
            case Incomplete(var missing) ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE,
                        "Answer these steps first: "
                                + missing.stream().map(OnboardingStep::wire).collect(Collectors.joining(", ")) + ".");
            case AlreadyComplete() ->
                throw new ProblemException(
                        ProblemType.ALREADY_COMPLETED,
                        "Your onboarding was completed before. What you told is in your account and your profile;"
                                + " change it there.");
        };
    }
}
