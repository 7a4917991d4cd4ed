package dev.trellis.adaptation.daily;

import org.jspecify.annotations.Nullable;

/** How ready somebody is, the best first (domain 05.3). */
public enum ReadinessBand {
    GREEN(70),
    AMBER(50),
    ORANGE(30),
    RED(0);

    private static final double NORMAL_FROM = -0.5;
    private static final double UNUSUAL_UP_TO = -1.5;

    private final double from;

    ReadinessBand(double from) {
        this.from = from;
    }

    /** Of a readiness from 0 to 100. */
    static ReadinessBand of(double readiness) {
        for (var band : values()) {
            if (readiness >= band.from) {
                return band;
            }
        }
        return RED;
    }

    /** The same for this person: what is usual for them is one better, what is unusual one worse. */
    static ReadinessBand of(double readiness, @Nullable Double z) {
        var band = of(readiness);
        if (z == null || band == RED) {
            return band;
        }
        if (z <= UNUSUAL_UP_TO) {
            return switch (band) {
                case GREEN -> AMBER;
                case AMBER -> ORANGE;
                case ORANGE, RED -> RED;
            };
        }
        return z < NORMAL_FROM
                ? band
                : switch (band) {
                    case GREEN, AMBER -> GREEN;
                    case ORANGE -> AMBER;
                    case RED -> RED;
                };
    }

    /** Whether the day calls for clearly less. */
    public boolean isLow() {
        return this == ORANGE || this == RED;
    }
}
