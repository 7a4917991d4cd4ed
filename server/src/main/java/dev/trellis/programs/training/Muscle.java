package dev.trellis.programs.training;

/** A muscle, or a group trained together; the major ones have a least weekly dose (domain 02.3). */
public enum Muscle {
    QUADS(true),
    GLUTES(true),
    HAMSTRINGS(true),
    CHEST(true),
    UPPER_BACK(true),
    LATS(true),
    FRONT_DELTS(false),
    SIDE_DELTS(false),
    REAR_DELTS(false),
    BICEPS(false),
    TRICEPS(false),
    FOREARMS(false),
    TRAPS(false),
    ABS(false),
    OBLIQUES(false),
    LOWER_BACK(false),
    HIP_FLEXORS(false),
    ADDUCTORS(false),
    ABDUCTORS(false),
    CALVES(false);

    private final boolean major;

    Muscle(boolean major) {
        this.major = major;
    }

    /** Where it stands in an array of all muscles. */
    @SuppressWarnings("EnumOrdinal") // never leaves the process
    int index() {
        return ordinal();
    }

    /** Whether a week without a useful dose of it is a shortfall that is told. */
    public boolean isMajor() {
        return major;
    }
}
