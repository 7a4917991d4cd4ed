package dev.trellis.programs.training;

import java.util.List;
import java.util.Set;

/**
 * An exercise as it ships (domain 02.10). Muscles, equipment and pattern are facts; skill, cautions and increments are
 * choices of this product.
 *
 * @param repMin      fewest repetitions that make sense; seconds where {@link #isTimed()}
 * @param repMax      most
 * @param skill       1 (anybody) to 3 (learn it first)
 * @param incrementKg smallest step of load; 0 where there is none
 */
public record Exercise(
        String id,
        String name,
        MovementPattern pattern,
        Mechanic mechanic,
        List<Muscle> primary,
        List<Muscle> secondary,
        Set<Equipment> equipment,
        LoadType loadType,
        boolean unilateral,
        int skill,
        Impact impact,
        Set<CautionTag> cautions,
        String substitutionGroup,
        int repMin,
        int repMax,
        int secondsPerRep,
        double incrementKg) {

    /** How many joints work. */
    public enum Mechanic {
        COMPOUND,
        ISOLATION,
        CYCLIC
    }

    /** Where the resistance comes from. */
    public enum LoadType {
        EXTERNAL,
        BODYWEIGHT,
        BODYWEIGHT_PLUS,
        ASSISTED,
        NONE
    }

    /** How hard the feet hit the ground. */
    public enum Impact {
        NONE,
        LOW,
        HIGH
    }

    public Exercise {
        primary = List.copyOf(primary);
        secondary = List.copyOf(secondary);
        equipment = Set.copyOf(equipment);
        cautions = Set.copyOf(cautions);
        if (skill < 1 || skill > 3 || repMin > repMax || incrementKg < 0 || primary.isEmpty()) {
            throw new IllegalArgumentException("exercise " + id + " is not as it should be");
        }
    }

    /** Held or carried for seconds instead of repeated. */
    public boolean isTimed() {
        return secondsPerRep == 1 && pattern != MovementPattern.CARDIO;
    }

    boolean isCompound() {
        return mechanic == Mechanic.COMPOUND;
    }

    boolean isIsolation() {
        return mechanic == Mechanic.ISOLATION;
    }

    boolean isCardio() {
        return pattern == MovementPattern.CARDIO;
    }

    boolean usesMachine() {
        return equipment.stream().anyMatch(Equipment::isMachine);
    }

    boolean hasCaution(CautionTag tag) {
        return cautions.contains(tag) || (tag == CautionTag.IMPACT && impact == Impact.HIGH);
    }
}
