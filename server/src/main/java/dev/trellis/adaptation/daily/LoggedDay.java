package dev.trellis.adaptation.daily;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a day, as readiness reads it.
 *
 * @param illness     null when nothing was said of it; then {@code context} holds none
 * @param variability rmssd in ms
 * @param heartRate   at rest, beats a minute
 * @param unusual     the person asked to leave the day out of reviews, or was ill in a way that stops training
 */
public record LoggedDay(
        LocalDate day,
        DayContext context,
        @Nullable Illness illness,
        @Nullable Double variability,
        @Nullable Double heartRate,
        boolean unusual) {}
