package dev.trellis.programs.training;

import dev.trellis.programs.training.Injury.Severity;
import dev.trellis.programs.training.PlanNote.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Makes training weeks for a person (domain 02). Deterministic: the same profile gives the same weeks. Exercises stay for
 * a block of weeks, sets grow slowly, every few weeks one is light, and what could not be done is told.
 */
public final class TrainingPlanner {
    private final Exercises exercises;

    public TrainingPlanner(Exercises exercises) {
        this.exercises = exercises;
    }

    /** So many weeks, or why there can be none. */
    public TrainingPlan plan(TrainingProfile profile, int weeks) {
        var refusal = refusal(profile);
        if (refusal.isPresent()) {
            return new TrainingPlan.Refused(refusal.get());
        }
        var level = profile.level();
        var kinds = WeeklyStructure.of(profile.plannedDays(), level, profile.goal(), profile.clearance());
        var mode = CardioPlanner.mode(profile, exercises);
        if (mode.isEmpty()) {
            kinds = kinds.stream().filter(SessionKind::isStrength).toList();
        }
        if (kinds.isEmpty()) {
            return new TrainingPlan.Refused(TrainingPlan.Reason.NOTHING_POSSIBLE);
        }
        var layout = WeekLayout.of(kinds, profile.possibleDays());
        var cardio = new CardioPlanner(profile, kinds, mode.orElseGet(() -> exercises.get("walking")), weeks);
        var range = VolumeRange.of(level, profile.goal(), profile.years(), profile.mayIncrease());
        var notes = new ArrayList<PlanNote>(notes(profile));
        notes.addAll(cardio.notes());
        if (mode.isEmpty()) {
            notes.add(new PlanNote(Kind.NO_EXERCISE, "No cardio is planned: nothing of it is possible or wanted."));
        }
        var planned = new ArrayList<TrainingWeek>();
        var block = Optional.<TrainingBlock>empty();
        for (var week = 1; week <= weeks; week++) {
            if (week % level.blockWeeks() == 1) {
                block = Optional.of(TrainingBlock.of(profile, exercises, layout, range, week, block));
                block.get().notes().stream()
                        .filter(note -> !notes.contains(note))
                        .forEach(notes::add);
            }
            planned.add(block.orElseThrow().week(week, cardio));
        }
        return new TrainingPlan.Planned(level, range, planned, notes);
    }

    private static Optional<TrainingPlan.Reason> refusal(TrainingProfile profile) {
        if (profile.clearance() == Clearance.STOP) {
            return Optional.of(TrainingPlan.Reason.SYMPTOMS);
        }
        if (profile.injuries().stream().anyMatch(injury -> injury.severity() == Severity.ACUTE)) {
            return Optional.of(TrainingPlan.Reason.ACUTE_INJURY);
        }
        var pregnancy = EnumSet.of(TrainingCondition.PREGNANT, TrainingCondition.PREGNANT_FROM_WEEK_16);
        return !profile.clinicianAgrees() && profile.conditions().stream().anyMatch(pregnancy::contains)
                ? Optional.of(TrainingPlan.Reason.PREGNANCY_WITHOUT_CLINICIAN)
                : Optional.empty();
    }

    private static List<PlanNote> notes(TrainingProfile profile) {
        var notes = new ArrayList<PlanNote>();
        if (profile.plannedDays() < profile.daysPerWeek()) {
            notes.add(new PlanNote(
                    Kind.FEWER_DAYS,
                    "%d of the %d days a week that were wanted: only so many days are free."
                            .formatted(profile.plannedDays(), profile.daysPerWeek())));
        }
        if (profile.injuries().stream().anyMatch(injury -> injury.severity() == Severity.NIGGLE)) {
            notes.add(
                    new PlanNote(
                            Kind.NIGGLE,
                            "Exercises that ask for what hurts have a fifth less load. Go on only while pain stays at 2 of 10."));
        }
        if (profile.clearance() == Clearance.WALKING_ONLY) {
            notes.add(new PlanNote(Kind.CLEARANCE, "Walking only, until a clinician has cleared you for more."));
        }
        if (profile.clearance() == Clearance.MODERATE_ONLY) {
            notes.add(new PlanNote(Kind.CLEARANCE, "Nothing vigorous, until a clinician has cleared you for it."));
        }
        if (profile.isOlder()) {
            notes.add(new PlanNote(Kind.BALANCE, "Add some balance work on 3 days a week, near something to hold."));
        }
        return notes;
    }
}
