package dev.trellis.tracking.file;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of an activity, without any place.
 *
 * @param sport in the words of the device; null when it says nothing
 * @param durationS seconds, pauses between the parts of a track left out
 * @param elevationGainM metres climbed, ripples of less than 3 m left out
 * @param averageHeartRate beats a minute, weighted by time
 */
public record FileSummary(
        FileFormat format,
        @Nullable String sport,
        Instant startedAt,
        int durationS,
        @Nullable BigDecimal distanceM,
        @Nullable BigDecimal elevationGainM,
        @Nullable Integer averageHeartRate,
        @Nullable Integer maxHeartRate,
        @Nullable Integer energyKcal) {}
