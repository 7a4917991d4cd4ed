package dev.trellis.adaptation.web;

import dev.trellis.platform.web.pages.Form;
import dev.trellis.tracking.ContextDay;
import dev.trellis.tracking.Illness;
import dev.trellis.tracking.PainRegion;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How today is, as somebody typed it in before training; what the form does not ask stays as it was told. */
record ContextForm(
        @DecimalMin("0") @DecimalMax("24") @Digits(integer = 2, fraction = 2) @Nullable
        BigDecimal sleepHours,

        @Min(1) @Max(5) @Nullable Integer sleepQuality,
        @Min(1) @Max(5) @Nullable Integer fatigue,
        @Min(1) @Max(5) @Nullable Integer soreness,
        @Min(1) @Max(5) @Nullable Integer stress,
        @Min(1) @Max(5) @Nullable Integer mood,
        @Nullable Illness illness,
        @Nullable PainRegion painRegion,
        @Min(0) @Max(10) @Nullable Integer painLevel,

        @DecimalMin("1") @DecimalMax("500") @Digits(integer = 3, fraction = 1) @Nullable
        BigDecimal hrvRmssd,

        @Min(25) @Max(200) @Nullable Integer restingHeartRate) {
    static ContextForm read(Form form) {
        return new ContextForm(
                form.decimal("sleep_hours"),
                form.number("sleep_quality"),
                form.number("fatigue"),
                form.number("soreness"),
                form.number("stress"),
                form.number("mood"),
                form.choice("illness", Illness.class),
                form.choice("pain_region", PainRegion.class),
                form.number("pain_level"),
                form.decimal("hrv_rmssd"),
                form.number("resting_heart_rate"));
    }

    static Form filled(ContextDay told) {
        var form = Form.empty()
                .with("sleep_hours", told.sleepHours())
                .with("sleep_quality", told.sleepQuality())
                .with("fatigue", told.fatigue())
                .with("soreness", told.soreness())
                .with("stress", told.stress())
                .with("mood", told.mood())
                .with("illness", told.illness())
                .with("hrv_rmssd", told.hrvRmssd())
                .with("resting_heart_rate", told.restingHeartRate());
        var regions = told.painRegions();
        if (regions != null && !regions.isEmpty()) {
            var first = regions.entrySet().iterator().next();
            form.with("pain_region", first.getKey()).with("pain_level", first.getValue());
        }
        return form;
    }

    /** Together with what was told of the day before. */
    ContextDay context(ContextDay told) {
        return new ContextDay(
                mood,
                sleepHours,
                stress,
                told.energy(),
                told.pain(),
                sleepQuality,
                soreness,
                fatigue,
                illness,
                painRegion == null ? told.painRegions() : Map.of(painRegion, painLevel == null ? 0 : painLevel),
                hrvRmssd,
                restingHeartRate,
                told.cycleDay(),
                told.unusual());
    }
}
