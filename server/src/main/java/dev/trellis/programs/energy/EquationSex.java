package dev.trellis.programs.energy;

/** The sex an equation is asked for; {@code UNSPECIFIED} takes the mean of both terms (domain 01.1). */
public enum EquationSex {
    MALE(5, 1500),
    FEMALE(-161, 1200),
    UNSPECIFIED(-78, 1500);

    private final int mifflinTerm;
    private final int floor;

    EquationSex(int mifflinTerm, int floor) {
        this.mifflinTerm = mifflinTerm;
        this.floor = floor;
    }

    int mifflinTerm() {
        return mifflinTerm;
    }

    /** The lowest target without a clinician, in kcal a day (domain 01.5). */
    public int floor() {
        return floor;
    }
}
