package dev.trellis.students.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.trellis.platform.Actor;
import dev.trellis.platform.ProblemException;
import dev.trellis.students.CaseChange;
import dev.trellis.students.CaseWork;
import dev.trellis.students.DismissalReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step in many cases: each is taken or not by itself, and says why not. */
@ApplicationScoped
public class BulkSteps {
    private final CaseWork work;

    BulkSteps(CaseWork work) {
        this.work = work;
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

    List<StepResult> take(Actor trainer, BulkStep wanted) {
        if (wanted.action() == Action.ASSIGN && wanted.trainerId() == null) {
            throw ProblemException.invalid("/trainer_id", "Say whom to assign them to.");
        }
        if (wanted.action() == Action.DISMISS && wanted.reason() == null) {
            throw ProblemException.invalid("/reason", "Say why they need nothing.");
        }
        return wanted.caseIds().stream()
                .distinct()
                .map(id -> result(id, step(trainer, id, wanted)))
                .toList();
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
