package dev.trellis.interventions.outcome;

/** An estimate with its 95 percent interval. */
public record Interval(double estimate, double lo, double hi) {

    boolean excludesZero() {
        return lo > 0 || hi < 0;
    }
}
