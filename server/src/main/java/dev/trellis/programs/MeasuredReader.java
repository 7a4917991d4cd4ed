package dev.trellis.programs;

import dev.trellis.nutrition.DailyIntake;
import dev.trellis.nutrition.FoodEntries;
import dev.trellis.platform.Actor;
import dev.trellis.programs.energy.BodyFat;
import dev.trellis.programs.energy.FoodBehaviour;
import dev.trellis.programs.energy.WeightSlope;
import dev.trellis.tracking.Measurement;
import dev.trellis.tracking.Measurements;
import dev.trellis.tracking.Weighing;
import dev.trellis.tracking.WeightTrend;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what scales and food logs say since a person told about their body (domain 01.3, 01.7). */
@ApplicationScoped
class MeasuredReader {
    /** Earlier weighings move the trend by less than a scale shows. */
    private static final int TREND_DAYS = 180;

    private static final int BEHAVIOUR_DAYS = 14;
    private static final int WEIGHINGS_FOR_A_SLOPE = 10;

    private final Measurements measurements;
    private final FoodEntries food;

    MeasuredReader(Measurements measurements, FoodEntries food) {
        this.measurements = measurements;
        this.food = food;
    }

    Measured read(Handle tx, Actor actor, Instant toldAt, LocalDate today) {
        var taken = measurements.since(tx, actor.userId(), today.minusDays(TREND_DAYS));
        return new Measured(trend(taken, toldAt), bodyFat(taken, toldAt), behaviour(actor, taken, today));
    }

    /** The trend of all weighings, when one of them is newer than what was told; kg to one decimal. */
    private static @Nullable Double trend(List<Measurement> taken, Instant toldAt) {
        var weighings = weighings(taken);
        boolean newer = taken.stream()
                .anyMatch(measurement -> measurement.weightKg() != null
                        && measurement.measuredAt().isAfter(toldAt));
        return newer ? (Double) tenth(WeightTrend.of(weighings).getLast().kg()) : null;
    }

    private static @Nullable BodyFat bodyFat(List<Measurement> taken, Instant toldAt) {
        return taken.reversed().stream()
                .filter(measurement -> measurement.bodyFatPercent() != null
                        && measurement.measuredAt().isAfter(toldAt))
                .findFirst()
                .map(measurement -> new BodyFat(
                        Math.clamp(
                                Objects.requireNonNull(measurement.bodyFatPercent())
                                        .doubleValue(),
                                2,
                                70),
                        Objects.requireNonNull(measurement.bodyFatMethod()),
                        measurement.day()))
                .orElse(null);
    }

    private FoodBehaviour behaviour(Actor actor, List<Measurement> taken, LocalDate today) {
        var first = today.minusDays(BEHAVIOUR_DAYS);
        var intake = food.intake(actor, first, today.minusDays(1)).stream()
                .collect(Collectors.toMap(DailyIntake::day, day -> (double) day.calories()));
        var lately = weighings(taken).stream()
                .filter(weighing -> !weighing.day().isBefore(first))
                .toList();
        return FoodBehaviour.UNREMARKABLE.measured(intake, lately, today, percentPerWeek(lately));
    }

    private static double percentPerWeek(List<Weighing> lately) {
        long days = lately.stream().map(Weighing::day).distinct().count();
        return days < WEIGHINGS_FOR_A_SLOPE
                ? 0
                : 100
                        * 7
                        * WeightSlope.of(lately).kgPerDay()
                        / lately.getFirst().kg();
    }

    private static List<Weighing> weighings(List<Measurement> taken) {
        return taken.stream()
                .filter(measurement -> measurement.weightKg() != null)
                .map(measurement -> new Weighing(
                        measurement.day(),
                        Objects.requireNonNull(measurement.weightKg()).doubleValue()))
                .toList();
    }

    private static double tenth(double kg) {
        return BigDecimal.valueOf(kg).setScale(1, RoundingMode.HALF_UP).doubleValue();
    }
}
