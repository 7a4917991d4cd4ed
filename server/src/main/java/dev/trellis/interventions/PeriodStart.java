package dev.trellis.interventions;

import dev.trellis.assessment.CyclePhase;
import dev.trellis.interventions.recommendation.ContraindicationTag;
import dev.trellis.safety.SafetyNotice;
import dev.trellis.tracking.Habit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What it takes to start a period, and what may come of it. */
public final class PeriodStart {
    private PeriodStart() {}

    /**
     * @param selectedHabits null for the first three of the intervention
     * @param plannedDurationDays null for the intervention's own duration
     * @param answers to the questions of the recommendation: contraindication tag to yes or no
     */
    public record Command(
            @Nullable UUID intakeId,
            @Nullable Integer interventionId,
            @Nullable String interventionName,
            @Nullable List<String> selectedHabits,
            @Nullable Integer plannedDurationDays,
            @Nullable CyclePhase cyclePhase,
            Outcome outcome,
            Map<String, Boolean> answers) {}

    /** What became of it. */
    public sealed interface Result {}

    /** It runs; the cautions are to be read before the first day. */
    public record Started(
            InterventionPeriod period,
            List<Habit> habits,
            List<String> cautions,
            @Nullable SafetyNotice safety) implements Result {}

    /** No intervention has that number, or neither number nor name was given. */
    public record UnknownIntervention() implements Result {}

    /** The intake is not this person's. */
    public record UnknownIntake() implements Result {}

    /** The intervention does not have this habit. */
    public record UnknownHabit(String habit, List<String> known) implements Result {}

    /** Something of one's own needs habits and a duration. */
    public record NeedsHabitsAndDuration() implements Result {}

    /** The same intervention runs already. */
    public record AlreadyOpen(UUID periodId) implements Result {}

    /** Too many at once: nobody keeps up more, and no effect could be told apart. */
    public record TooManyOpen(int most) implements Result {}

    /** Not for this person, by what they said of themselves. */
    public record Contraindicated(ContraindicationTag tag, String contraindications) implements Result {}

    /** These must be answered first; nobody has asked yet. */
    public record NeedsAnswers(List<ContraindicationTag> questions) implements Result {}

    /** An answer to something that is no question. */
    public record UnknownQuestion(String tag) implements Result {}

    /** Suspended while the person's safety comes first. */
    public record OnHold() implements Result {}
}
