package dev.trellis.programs.training;

/** An exercise in its place in the week, for a block of weeks. */
record ChosenExercise(int session, Slot slot, Exercise exercise) {
    private static final int MOST_SETS = 6;
    private static final int MOST_EXTRA_SETS = 4;
    private static final int MOST_LIGHT_SETS = 4;

    int mostSets() {
        if (slot == Slot.HINGE_LIGHT) {
            return MOST_LIGHT_SETS;
        }
        return exercise.isCompound() && slot.role() != Slot.Role.EXTRA ? MOST_SETS : MOST_EXTRA_SETS;
    }

    boolean isSameAs(ChosenExercise other) {
        return session == other.session && slot == other.slot && exercise.id().equals(other.exercise.id());
    }
}
