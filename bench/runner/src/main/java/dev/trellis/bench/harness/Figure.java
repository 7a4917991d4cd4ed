package dev.trellis.bench.harness;

import java.util.Locale;

/** A measured number with its unit, and what it is of where that is not plain. */
public record Figure(double value, String unit, String of) {
    /** A figure of the product. */
    public static Figure product(double value, String unit) {
        return new Figure(value, unit, "");
    }

    @Override
    public String toString() {
        var number = Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, number, value) + " " + unit + (of.isEmpty() ? "" : " (" + of + ")");
    }
}
