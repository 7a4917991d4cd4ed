package dev.trellis.tracking;

import java.time.LocalDate;

/** A reading of the scale, in kg, on a person's own day. */
public record Weighing(LocalDate day, double kg) {
    public Weighing {
        if (!(kg >= 20 && kg <= 400)) {
            throw new IllegalArgumentException("a weight is 20 to 400 kg, not " + kg);
        }
    }
}
