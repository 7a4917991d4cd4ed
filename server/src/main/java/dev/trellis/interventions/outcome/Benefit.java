package dev.trellis.interventions.outcome;

/** Which way an outcome has to move to be better for the person; said before the period starts. */
public enum Benefit {
    /** More is better, as with mood or hours of sleep. */
    HIGHER(1),
    /** Less is better, as with stress or pain. */
    LOWER(-1);

    private final int sign;

    Benefit(int sign) {
        this.sign = sign;
    }

    int sign() {
        return sign;
    }
}
