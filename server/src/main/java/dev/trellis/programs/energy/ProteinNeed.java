package dev.trellis.programs.energy;

/** How much protein, in g per kg of reference weight a day (domain 01.6). */
public enum ProteinNeed {
    UNTRAINED(1.0),
    UNTRAINED_OLDER(1.2),
    ENDURANCE(1.4),
    DEFICIT(1.4),
    STRENGTH(1.6),
    STRENGTH_IN_DEFICIT(1.8),
    LEAN_ATHLETE_IN_DEFICIT(2.4);

    private static final int OLDER_FROM = 65;

    private final double gramsPerKg;

    ProteinNeed(double gramsPerKg) {
        this.gramsPerKg = gramsPerKg;
    }

    /** What somebody trains for, as far as protein minds. */
    public enum Training {
        NONE,
        ENDURANCE,
        STRENGTH
    }

    /** The need of somebody who is not a lean athlete. */
    public static ProteinNeed of(Training training, boolean deficit, int years) {
        return switch (training) {
            case STRENGTH -> deficit ? STRENGTH_IN_DEFICIT : STRENGTH;
            case ENDURANCE -> deficit ? DEFICIT : ENDURANCE;
            case NONE -> {
                if (deficit) {
                    yield DEFICIT;
                }
                yield years >= OLDER_FROM ? UNTRAINED_OLDER : UNTRAINED;
            }
        };
    }

    /** The rate. */
    public double gramsPerKg() {
        return gramsPerKg;
    }
}
