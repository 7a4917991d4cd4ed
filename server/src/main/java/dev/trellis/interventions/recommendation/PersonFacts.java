package dev.trellis.interventions.recommendation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is known about the person who asks; a tag in neither {@code present} nor {@code absent} has not been asked. What
 * follows from a tag is added by itself, and where answers contradict each other the careful one holds.
 *
 * @param today the person's local date: recency is counted from it, and it seeds the day's draws
 * @param present flags that apply
 * @param absent flags asked about and denied
 * @param active interventions running or paused now
 * @param lastCompleted the local date on which each was last completed
 * @param abandonedTries how often each was abandoned
 * @param cycleFeatures opted in to cycle features
 * @param safetyHold a safety event of level S2 or S3 is open (domain 13.5)
 */
public record PersonFacts(
        UUID personId,
        LocalDate today,
        Set<ContraindicationTag> present,
        Set<ContraindicationTag> absent,
        Set<Integer> active,
        Map<Integer, LocalDate> lastCompleted,
        Map<Integer, Integer> abandonedTries,
        boolean cycleFeatures,
        boolean safetyHold) {

    public PersonFacts {
        present = ContraindicationTag.withImplied(present, absent);
        absent = ContraindicationTag.withImpliedDenials(absent, present);
        active = Set.copyOf(active);
        lastCompleted = Map.copyOf(lastCompleted);
        abandonedTries = Map.copyOf(abandonedTries);
    }

    /** Somebody about whom nothing has been asked yet. */
    public static PersonFacts unasked(UUID personId, LocalDate today) {
        return new PersonFacts(personId, today, Set.of(), Set.of(), Set.of(), Map.of(), Map.of(), false, false);
    }
}
