package dev.trellis.adaptation.daily;

/** What somebody is ill with today (domain 05.1). */
public enum Illness {
    NONE,
    ABOVE_NECK,
    BELOW_NECK,
    FEVER;

    /** Whether training stops altogether. */
    public boolean stopsTraining() {
        return this == BELOW_NECK || this == FEVER;
    }
}
