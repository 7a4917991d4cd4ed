package dev.trellis.adaptation.matching;

/** What kind of activity, and how near one kind is to another (domain 04.2). */
public enum ActivityType {
    RUN(Family.RUN),
    TREADMILL_RUN(Family.RUN),
    WALK(Family.WALK),
    HIKE(Family.WALK),
    CYCLE(Family.CYCLE),
    INDOOR_CYCLE(Family.CYCLE),
    SWIM(Family.SWIM),
    ROW(Family.ROW),
    ELLIPTICAL(Family.LOW_IMPACT_CARDIO),
    STAIR(Family.LOW_IMPACT_CARDIO),
    STRENGTH(Family.STRENGTH),
    HIIT(Family.HIIT),
    YOGA(Family.MOBILITY),
    PILATES(Family.MOBILITY),
    STRETCH(Family.MOBILITY),
    /** Never planned, and like nothing that is. */
    OTHER(Family.OTHER);

    private final Family family;

    ActivityType(Family family) {
        this.family = family;
    }

    private enum Family {
        RUN(true),
        WALK(false),
        CYCLE(true),
        SWIM(true),
        ROW(true),
        LOW_IMPACT_CARDIO(true),
        STRENGTH(false),
        HIIT(false),
        MOBILITY(false),
        OTHER(false);

        private final boolean cardio;

        Family(boolean cardio) {
            this.cardio = cardio;
        }
    }

    /** 1 for the same, 0 for kinds that are never matched with each other. */
    public double similarityTo(ActivityType other) {
        if (this == other) {
            return 1.0;
        }
        if (family == other.family) {
            return 0.9;
        }
        if (family.cardio && other.family.cardio) {
            return 0.6;
        }
        return Math.max(towards(other), other.towards(this));
    }

    private double towards(ActivityType other) {
        if (family == Family.WALK && other.family.cardio) {
            return 0.4;
        }
        boolean demanding = other.family.cardio || other.family == Family.STRENGTH;
        return family == Family.HIIT && demanding ? 0.5 : 0;
    }
}
