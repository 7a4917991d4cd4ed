package dev.trellis.programs.training;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A kind of session with the slots it is filled from (domain 02.2, 02.7). */
@SuppressWarnings("ImmutableEnumChecker") // unmodifiable copies of enums and rules
public enum SessionKind {
    FULL_BODY_A(
            EnumSet.allOf(Region.class),
            Slot.SQUAT,
            Slot.HORIZONTAL_PUSH,
            Slot.HORIZONTAL_PULL,
            Slot.HINGE_LIGHT,
            Slot.CORE),
    FULL_BODY_B(EnumSet.allOf(Region.class), Slot.HINGE, Slot.VERTICAL_PUSH, Slot.VERTICAL_PULL, Slot.LUNGE, Slot.CORE),
    FULL_BODY_C(
            EnumSet.allOf(Region.class),
            Slot.SQUAT_OR_LUNGE,
            Slot.HORIZONTAL_PUSH,
            Slot.VERTICAL_PULL,
            Slot.GLUTE,
            Slot.CALF_OR_CARRY),
    UPPER(
            EnumSet.of(Region.PUSH, Region.PULL),
            Slot.HORIZONTAL_PUSH,
            Slot.HORIZONTAL_PULL,
            Slot.VERTICAL_PUSH,
            Slot.VERTICAL_PULL,
            Slot.SIDE_OR_REAR_DELT,
            Slot.ELBOW_FLEXION,
            Slot.ELBOW_EXTENSION),
    LOWER(EnumSet.of(Region.LEGS), Slot.SQUAT, Slot.HINGE, Slot.LUNGE, Slot.KNEE_FLEXION, Slot.CALF, Slot.CORE),
    PUSH(
            EnumSet.of(Region.PUSH),
            Slot.HORIZONTAL_PUSH,
            Slot.VERTICAL_PUSH,
            Slot.CHEST_ISOLATION,
            Slot.SHOULDER_ABDUCTION,
            Slot.ELBOW_EXTENSION),
    PULL(EnumSet.of(Region.PULL), Slot.VERTICAL_PULL, Slot.HORIZONTAL_PULL, Slot.REAR_DELT, Slot.ELBOW_FLEXION),
    LEGS(
            EnumSet.of(Region.LEGS),
            Slot.SQUAT,
            Slot.HINGE,
            Slot.LUNGE,
            Slot.KNEE_FLEXION,
            Slot.CALF,
            Slot.CORE,
            Slot.QUAD_ISOLATION),
    CARDIO(EnumSet.noneOf(Region.class)),
    INTERVALS(EnumSet.noneOf(Region.class));

    private final Set<Region> regions;
    private final List<Slot> slots;

    /** A part of the body that tires together. */
    enum Region {
        PUSH,
        PULL,
        LEGS
    }

    SessionKind(Set<Region> regions, Slot... slots) {
        this.regions = Set.copyOf(regions);
        this.slots = List.of(slots);
    }

    /** Whether it is filled with exercises in sets. */
    public boolean isStrength() {
        return !slots.isEmpty();
    }

    List<Slot> slots() {
        return slots;
    }

    /** Whether it works the legs. */
    public boolean trainsLegs() {
        return regions.contains(Region.LEGS);
    }

    /** Whether the two tire a part of the body that both work. */
    public boolean overlaps(SessionKind other) {
        return !Collections.disjoint(regions, other.regions);
    }
}
