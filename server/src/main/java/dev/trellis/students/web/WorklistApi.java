package dev.trellis.students.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.trellis.platform.Actor;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import dev.trellis.students.CaseChange;
import dev.trellis.students.CaseWork;
import dev.trellis.students.DismissalReason;
import dev.trellis.students.Worklist;
import dev.trellis.students.Worklist.Load;
import dev.trellis.students.Worklist.View;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A trainer's queue, and a lead's view of their trainers. */
@Path("/worklist")
@Access(role = Role.TRAINER, scopes = Scope.TEACH)
@RunOnVirtualThread
@Tag(name = "Student cases")
public class WorklistApi {
    private final Worklist worklist;
    private final CaseWork work;
    private final Caller caller;
    private final Once once;

    WorklistApi(Worklist worklist, CaseWork work, Caller caller, Once once) {
        this.worklist = worklist;
        this.work = work;
        this.caller = caller;
        this.once = once;
    }

    /** What can be done with many cases at once. */
    public enum Action {
        ASSIGN,
        START,
        RESOLVE,
        DISMISS;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The action of that wire name. */
        @JsonCreator
        public static Action of(String wire) {
            return Arrays.stream(values())
                    .filter(action -> action.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("an action is assign, start, resolve or dismiss"));
        }
    }

    /**
     * One step for many cases.
     *
     * @param trainerId whom to assign them to; needed to assign
     * @param reason why they need nothing; needed to dismiss
     */
    public record BulkStep(
            @NotNull Action action,
            @NotEmpty @Size(max = 100) List<@NotNull UUID> caseIds,
            @Nullable UUID trainerId,
            @Nullable DismissalReason reason,
            @Nullable @Size(max = 4000) String resolutionNotes) {}

    /** How the step went in one case; {@code problem} says why it was not taken. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StepResult(
            UUID caseId, boolean done, @Nullable String problem) {}

    /** How the step went in each case, in the order asked. */
    public record StepResults(List<StepResult> items) {}

    /** What each trainer of the courses one leads has to do. */
    public record Loads(List<Load> items) {}

    @GET
    @Operation(summary = "What I have to do, what is due first; and whose level fell lately. Written to the audit logs")
    public View list(@QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return worklist.of(caller.as(Role.TRAINER), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/trainers")
    @Operation(summary = "What the trainers of the courses I lead have to do; no student is named")
    public Loads load() {
        return new Loads(worklist.load(caller.as(Role.TRAINER)));
    }

    @POST
    @Path("/bulk")
    @Operation(summary = "Take one step in up to 100 cases; each says whether it was taken")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StepResults.class)))
    public Response bulk(@NotNull @Valid BulkStep body) {
        var trainer = caller.as(Role.TRAINER);
        if (body.action() == Action.ASSIGN && body.trainerId() == null) {
            throw ProblemException.invalid("/trainer_id", "Say whom to assign them to.");
        }
        if (body.action() == Action.DISMISS && body.reason() == null) {
            throw ProblemException.invalid("/reason", "Say why they need nothing.");
        }
        return once.answer(
                trainer,
                body,
                () -> Answer.ok(new StepResults(body.caseIds().stream()
                        .distinct()
                        .map(id -> result(id, step(trainer, id, body)))
                        .toList())));
    }

    private CaseChange step(Actor trainer, UUID id, BulkStep body) {
        return switch (body.action()) {
            case ASSIGN -> work.assign(trainer, id, Objects.requireNonNull(body.trainerId()));
            case START -> work.start(trainer, id);
            case RESOLVE -> work.resolve(trainer, id, body.resolutionNotes());
            case DISMISS -> work.dismiss(trainer, id, Objects.requireNonNull(body.reason()), body.resolutionNotes());
        };
    }

    private static StepResult result(UUID id, CaseChange change) {
        try {
            CaseAnswers.done(change);
            return new StepResult(id, true, null);
        } catch (ProblemException e) {
            return new StepResult(id, false, e.problem().detail());
        }
    }
}
