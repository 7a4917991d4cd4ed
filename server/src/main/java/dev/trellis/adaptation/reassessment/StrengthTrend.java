package dev.trellis.adaptation.reassessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** How the one-rep maximum moves, in percent a week: the mean over exercises of the slope of each session's best. */
public final class StrengthTrend {
    private static final int SESSIONS_NEEDED = 3;
    private static final int DAYS_NEEDED = 7;
    private static final int WEEK = 7;
    private static final double PERCENT = 100;

    private StrengthTrend() {}

    /** The best estimate of a session for one exercise, kg. */
    public record Best(LocalDate day, String exerciseId, double kg) {}

    /** Empty when no exercise was done three times over a week. */
    public static OptionalDouble percentPerWeek(List<Best> bests) {
        var byExercise = new HashMap<String, Map<LocalDate, Double>>();
        for (var best : bests) {
            byExercise
                    .computeIfAbsent(best.exerciseId(), id -> new HashMap<>())
                    .merge(best.day(), best.kg(), Math::max);
        }
        var slopes = new ArrayList<Double>();
        byExercise.values().forEach(days -> {
            var first = days.keySet().stream().min(LocalDate::compareTo).orElseThrow();
            var last = days.keySet().stream().max(LocalDate::compareTo).orElseThrow();
            if (days.size() >= SESSIONS_NEEDED && ChronoUnit.DAYS.between(first, last) >= DAYS_NEEDED) {
                slopes.add(slope(days));
            }
        });
        return slopes.stream().mapToDouble(Double::doubleValue).average();
    }

    private static double slope(Map<LocalDate, Double> days) {
        double meanDay = days.keySet().stream()
                .mapToDouble(LocalDate::toEpochDay)
                .average()
                .orElseThrow();
        double meanKg = days.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        double products = 0;
        double squares = 0;
        for (var day : days.entrySet()) {
            double off = day.getKey().toEpochDay() - meanDay;
            products += off * (day.getValue() - meanKg);
            squares += off * off;
        }
        return PERCENT * WEEK * products / squares / meanKg;
    }
}
