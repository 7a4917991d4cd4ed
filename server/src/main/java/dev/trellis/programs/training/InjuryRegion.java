package dev.trellis.programs.training;

import java.util.EnumSet;
import java.util.Set;

/** Where something hurts, what that forbids, and which movements lie next to it (domain 02.8). */
@SuppressWarnings("ImmutableEnumChecker") // unmodifiable copies of enums and rules
public enum InjuryRegion {
    KNEE(EnumSet.of(CautionTag.KNEE, CautionTag.IMPACT), EnumSet.of(MovementPattern.SQUAT, MovementPattern.LUNGE)),
    LOWER_BACK(
            EnumSet.of(CautionTag.LOWER_BACK, CautionTag.AXIAL_LOAD),
            EnumSet.of(MovementPattern.HINGE, MovementPattern.CARRY)),
    SHOULDER(
            EnumSet.of(CautionTag.SHOULDER, CautionTag.OVERHEAD),
            EnumSet.of(MovementPattern.VERTICAL_PUSH, MovementPattern.HORIZONTAL_PUSH)),
    ELBOW(EnumSet.of(CautionTag.ELBOW), EnumSet.of(MovementPattern.ELBOW_FLEXION, MovementPattern.ELBOW_EXTENSION)),
    WRIST(EnumSet.of(CautionTag.WRIST), EnumSet.of(MovementPattern.HORIZONTAL_PUSH)),
    NECK(EnumSet.of(CautionTag.NECK, CautionTag.AXIAL_LOAD), EnumSet.of(MovementPattern.SHRUG)),
    ANKLE(
            EnumSet.of(CautionTag.ANKLE, CautionTag.IMPACT),
            EnumSet.of(MovementPattern.PLANTAR_FLEXION, MovementPattern.JUMP)),
    HIP(EnumSet.of(CautionTag.HIP, CautionTag.IMPACT), EnumSet.of(MovementPattern.LUNGE, MovementPattern.HINGE));

    private final Set<CautionTag> tags;
    private final Set<MovementPattern> adjacent;

    InjuryRegion(Set<CautionTag> tags, Set<MovementPattern> adjacent) {
        this.tags = Set.copyOf(tags);
        this.adjacent = Set.copyOf(adjacent);
    }

    Set<CautionTag> tags() {
        return tags;
    }

    Set<MovementPattern> adjacent() {
        return adjacent;
    }
}
