package dev.trellis.adaptation.daily;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How ready somebody is today, 0 to 100 (domain 05.3). What they say leads: it tracks training load better than devices
 * do (Saw, Main, Gastin 2016).
 *
 * @param coverage   weight of what is known, 0 to 1
 * @param band       after the personal correction
 * @param z          of the value against the person's last 28 days, null when those are too few
 * @param confidence 0 to 1, from coverage and how many days there are
 */
public record Readiness(
        double value,
        double coverage,
        ReadinessBand band,
        @Nullable Double z,
        double confidence) {
    private static final double COVERAGE_NEEDED = 0.5;
    private static final double DAYS_FOR_CONFIDENCE = 14;

    private enum Part {
        FATIGUE(0.20),
        SLEEP_HOURS(0.20),
        SORENESS(0.15),
        STRESS(0.15),
        SLEEP_QUALITY(0.10),
        VARIABILITY(0.10),
        HEART_RATE(0.05),
        MOOD(0.05);

        private final double weight;

        Part(double weight) {
            this.weight = weight;
        }
    }

    /**
     * Nothing when too little is known to say anything.
     *
     * @param variability z of heart rate variability, null when unknown, as heart rate
     * @param before      readiness of the last 28 days that have one
     */
    public static Optional<Readiness> of(
            DayContext today, @Nullable Double variability, @Nullable Double heartRate, List<Double> before) {
        var parts = parts(today, variability, heartRate);
        double coverage = coverage(parts);
        if (coverage < COVERAGE_NEEDED - 1e-9) {
            return Optional.empty();
        }
        double weighted = 0;
        for (var part : parts.entrySet()) {
            weighted += part.getKey().weight * part.getValue();
        }
        double value = 100 * weighted / coverage;
        var z = Baseline.ofReadiness(value, before);
        return Optional.of(
                new Readiness(value, coverage, ReadinessBand.of(value, z), z, confidence(coverage, before.size())));
    }

    /** How far to trust a readiness. */
    static double confidence(double coverage, int daysWithData) {
        return coverage * Math.min(1, daysWithData / DAYS_FOR_CONFIDENCE);
    }

    /** The weight of what is known. */
    static double coverage(DayContext today, @Nullable Double variability, @Nullable Double heartRate) {
        return coverage(parts(today, variability, heartRate));
    }

    private static double coverage(Map<Part, Double> parts) {
        return parts.keySet().stream().mapToDouble(part -> part.weight).sum();
    }

    private static Map<Part, Double> parts(DayContext today, @Nullable Double variability, @Nullable Double heartRate) {
        var parts = new EnumMap<Part, Double>(Part.class);
        if (today.sleepHours() != null) {
            parts.put(Part.SLEEP_HOURS, Math.clamp((today.sleepHours() - 4) / 3.5, 0, 1));
        }
        putGood(parts, Part.SLEEP_QUALITY, today.sleepQuality());
        putGood(parts, Part.MOOD, today.mood());
        putBad(parts, Part.SORENESS, today.soreness());
        putBad(parts, Part.FATIGUE, today.fatigue());
        putBad(parts, Part.STRESS, today.stress());
        if (variability != null) {
            parts.put(Part.VARIABILITY, Math.clamp(0.5 + variability / 4, 0, 1));
        }
        if (heartRate != null) {
            parts.put(Part.HEART_RATE, Math.clamp(0.5 - heartRate / 4, 0, 1));
        }
        return parts;
    }

    private static void putGood(Map<Part, Double> parts, Part part, @Nullable Integer answer) {
        if (answer != null) {
            parts.put(part, (answer - 1) / 4.0);
        }
    }

    private static void putBad(Map<Part, Double> parts, Part part, @Nullable Integer answer) {
        if (answer != null) {
            parts.put(part, (5 - answer) / 4.0);
        }
    }
}
