package dev.trellis.adaptation.daily;

import dev.trellis.adaptation.daily.DaySession.Work;
import dev.trellis.programs.Rounding;
import dev.trellis.programs.training.Eligibility;
import dev.trellis.programs.training.Equipment;
import dev.trellis.programs.training.Exercise;
import dev.trellis.programs.training.Exercise.Impact;
import dev.trellis.programs.training.Exercise.Mechanic;
import dev.trellis.programs.training.Exercises;
import dev.trellis.programs.training.Injury;
import dev.trellis.programs.training.Injury.Severity;
import dev.trellis.programs.training.Substitution;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a low day changes in its session; never more, always less (domain 05.4, 05.5). */
public final class TrainingAdjustment {
    private static final int EASY_RESERVE = 4;
    private static final double LIGHTER = 0.9;
    private static final int PAIN_THAT_EXCLUDES = 4;
    private static final int HARD_SKILL = 3;
    private static final String REST = "Rest, or 20 to 30 minutes of easy walking or mobility.";
    private static final String NO_TRAINING = "No training today: rest and drink enough.";
    private static final String BACK_SLOWLY = "You were ill: come back slowly, and stop when it feels wrong.";
    private static final String REST_DAY = "A day of rest.";
    private static final String NO_HEAVY_SETS = "Easy only: no heavy sets while you have a cold.";

    private TrainingAdjustment() {}

    /** Of a band. Amber takes a fifth off, orange half, red everything. */
    public static DaySession of(ReadinessBand band, DaySession planned) {
        return switch (band) {
            case GREEN -> planned;
            case AMBER ->
                new DaySession(
                        trimmed(planned.exercises(), ceilShare(planned.sets(), 4, 5)).stream()
                                .map(work ->
                                        new Work(work.exercise(), work.sets(), work.inReserve() + 1, work.loadKg()))
                                .toList(),
                        planned.cardioMinutes() * 4 / 5,
                        0,
                        planned.note());
            case ORANGE -> new DaySession(easierHalf(planned), planned.cardioMinutes() * 3 / 5, 0, planned.note());
            case RED -> new DaySession(List.of(), 0, 0, REST);
        };
    }

    /** Of an illness that does not stop training: half the volume at most, easy. */
    static DaySession ofCold(DaySession planned) {
        return new DaySession(
                trimmed(planned.exercises(), ceilShare(planned.sets(), 1, 2)).stream()
                        .map(work -> new Work(
                                work.exercise(), work.sets(), Math.max(EASY_RESERVE, work.inReserve()), lighter(work)))
                        .toList(),
                planned.cardioMinutes() / 2,
                0,
                NO_HEAVY_SETS);
    }

    /** Of one that does. */
    static DaySession ofIllness() {
        return new DaySession(List.of(), 0, 0, NO_TRAINING);
    }

    /** Of coming back from one: so much of the planned volume, the same exercises. */
    static DaySession ofReturn(DaySession planned, double share) {
        return new DaySession(
                trimmed(planned.exercises(), Math.min(planned.sets(), (int) Math.ceil(share * planned.sets() - 1e-9))),
                (int) (share * planned.cardioMinutes()),
                0,
                BACK_SLOWLY);
    }

    /** While somebody's safety comes first. */
    static DaySession ofRest() {
        return new DaySession(List.of(), 0, 0, REST_DAY);
    }

    /** Exchanges what asks for a region that hurts at 4 of 10 or more today, or leaves it out. */
    static DaySession withoutPain(DayContext today, DaySession session, Exercises exercises, Eligibility usual) {
        var injuries = today.pain().entrySet().stream()
                .filter(pain -> pain.getValue() >= PAIN_THAT_EXCLUDES)
                .map(pain -> new Injury(pain.getKey(), Severity.LIMITS))
                .toList();
        if (injuries.isEmpty()) {
            return session;
        }
        var painless = new Eligibility(allEquipment(), injuries, Set.of(), Set.of());
        Predicate<Exercise> allowed = painless::allows;
        var kept = session.exercises().stream()
                .map(Work::exercise)
                .filter(allowed)
                .map(Exercise::id)
                .collect(Collectors.toSet());
        var substitution = new Substitution(exercises, exercise -> usual.allows(exercise) && allowed.test(exercise));
        var changed = new ArrayList<Work>();
        for (var work : session.exercises()) {
            if (allowed.test(work.exercise())) {
                changed.add(work);
            } else {
                substitution.of(work.exercise(), kept).ifPresent(other -> {
                    kept.add(other.id());
                    changed.add(new Work(other, work.sets(), Math.max(EASY_RESERVE, work.inReserve()), null));
                });
            }
        }
        return new DaySession(changed, session.easyMinutes(), session.hardMinutes(), session.note());
    }

    private static Set<Equipment> allEquipment() {
        return Set.of(Equipment.values());
    }

    private static List<Work> easierHalf(DaySession planned) {
        var gentle = planned.exercises().stream()
                .filter(work -> work.exercise().impact() != Impact.HIGH
                        && work.exercise().skill() < HARD_SKILL)
                .toList();
        int left = Math.min(
                ceilShare(planned.sets(), 1, 2),
                gentle.stream().mapToInt(Work::sets).sum());
        return trimmed(gentle, left).stream()
                .map(work ->
                        new Work(work.exercise(), work.sets(), Math.max(EASY_RESERVE, work.inReserve()), lighter(work)))
                .toList();
    }

    private static @Nullable Double lighter(Work work) {
        return work.loadKg() == null
                ? null
                : (Double)
                        Rounding.downTo(LIGHTER * work.loadKg(), work.exercise().incrementKg());
    }

    /** Takes sets from isolation first, the last of it first, then from the last compounds. */
    private static List<Work> trimmed(List<Work> exercises, int sets) {
        var left = new ArrayList<>(exercises);
        int tooMany = left.stream().mapToInt(Work::sets).sum() - sets;
        for (var isolation : List.of(true, false)) {
            for (var i = left.size() - 1; i >= 0 && tooMany > 0; i--) {
                var work = left.get(i);
                if ((work.exercise().mechanic() == Mechanic.ISOLATION) == isolation) {
                    int taken = Math.min(tooMany, work.sets());
                    tooMany -= taken;
                    left.set(i, work.withSets(work.sets() - taken));
                }
            }
        }
        return left.stream().filter(work -> work.sets() > 0).toList();
    }

    private static int ceilShare(int sets, int numerator, int denominator) {
        return Math.ceilDiv(sets * numerator, denominator);
    }
}
