package dev.trellis.programs.training;

import dev.trellis.programs.training.Injury.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which exercises a person can do with what they own, and may do with what hurts (domain 02.8). */
public final class Eligibility {
    private static final double NIGGLE_SHARE_OF_LOAD = 0.8;

    private final Set<Equipment> owned;
    private final Set<String> unwanted;
    private final Set<CautionTag> excluded = EnumSet.noneOf(CautionTag.class);
    private final Set<MovementPattern> excludedPatterns = EnumSet.noneOf(MovementPattern.class);
    private final Set<CautionTag> lighter = EnumSet.noneOf(CautionTag.class);

    /** @param unwanted ids of exercises the person does not want */
    public Eligibility(
            Set<Equipment> owned, List<Injury> injuries, Set<TrainingCondition> conditions, Set<String> unwanted) {
        this.owned = Set.copyOf(owned);
        this.unwanted = Set.copyOf(unwanted);
        for (var injury : injuries) {
            (injury.severity() == Severity.NIGGLE ? lighter : excluded)
                    .addAll(injury.region().tags());
            if (injury.severity() == Severity.ACUTE) {
                excludedPatterns.addAll(injury.region().adjacent());
            }
        }
        conditions.forEach(condition -> excluded.addAll(condition.excluded()));
    }

    /** Whether the exercise may stand in a plan. */
    public boolean allows(Exercise exercise) {
        return owned.containsAll(exercise.equipment())
                && !unwanted.contains(exercise.id())
                && !excludedPatterns.contains(exercise.pattern())
                && excluded.stream().noneMatch(exercise::hasCaution);
    }

    /** What a niggle leaves of the usual load. */
    public double shareOfLoad(Exercise exercise) {
        return lighter.stream().anyMatch(exercise::hasCaution) ? NIGGLE_SHARE_OF_LOAD : 1;
    }
}
