package dev.trellis.tracking.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Adds up the points of a track, one after the other. No point is kept. */
final class TrackSums {
    private static final double EARTH_RADIUS_M = 6_371_008.8;
    private static final double RIPPLE_M = 3;
    /** A point that would need more than this is a glitch of the receiver. */
    private static final double FASTEST_M_PER_S = 100;
    /** A gap of the heart-rate sensor is not filled with the last beat seen. */
    private static final double LONGEST_BEAT_S = 60;

    private @Nullable Instant start;
    private @Nullable Point last;
    private double seconds;
    private double metres;
    private boolean placed;
    private boolean high;
    private double climbed;
    private @Nullable Double valley;
    private double beats;
    private double beatSeconds;
    private int maxHeartRate;
    private int samples;
    private long sampleSum;

    /** One point; everything but its time may be missing. */
    record Point(
            Instant time,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Double elevation,
            @Nullable Integer heartRate) {}

    /** What follows is another part: nobody moved in between. */
    void pause() {
        last = null;
        valley = null;
    }

    void add(Point point) {
        var before = last;
        if (before != null && point.time().isBefore(before.time())) {
            return; // out of order, as some exports are after a merge
        }
        var passed = before == null
                ? 0
                : Duration.between(before.time(), point.time()).toMillis() / 1000.0;
        var distance = before == null ? 0 : distance(before, point);
        if (distance > FASTEST_M_PER_S * Math.max(passed, 1)) {
            return;
        }
        if (start == null) {
            start = point.time();
        }
        placed |= point.latitude() != null && point.longitude() != null;
        metres += distance;
        seconds += passed;
        climb(point);
        beat(point, passed);
        last = point;
    }

    @Nullable
    Instant start() {
        return start;
    }

    double seconds() {
        return seconds;
    }

    /** Null when no point has a place. */
    @Nullable
    BigDecimal distance() {
        return placed ? decimal(metres) : null;
    }

    /** Null when no point has a height. */
    @Nullable
    BigDecimal climbed() {
        return high ? decimal(climbed) : null;
    }

    @Nullable
    Integer averageHeartRate() {
        if (samples == 0) {
            return null;
        }
        return (int) Math.round(beatSeconds == 0 ? (double) sampleSum / samples : beats / beatSeconds);
    }

    @Nullable
    Integer maxHeartRate() {
        return samples == 0 ? null : maxHeartRate;
    }

    static BigDecimal decimal(double number) {
        return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
    }

    private void climb(Point point) {
        var height = point.elevation();
        if (height == null) {
            return;
        }
        high = true;
        if (valley == null || height < valley) {
            valley = height;
        } else if (height >= valley + RIPPLE_M) {
            climbed += height - valley;
            valley = height;
        }
    }

    private void beat(Point point, double passed) {
        var rate = point.heartRate();
        if (rate == null) {
            return;
        }
        samples++;
        sampleSum += rate;
        maxHeartRate = Math.max(maxHeartRate, rate);
        var lasted = Math.min(passed, LONGEST_BEAT_S);
        beats += rate * lasted;
        beatSeconds += lasted;
    }

    /** Along the great circle, in metres (haversine). */
    private static double distance(Point from, Point to) {
        if (from.latitude() == null || from.longitude() == null || to.latitude() == null || to.longitude() == null) {
            return 0;
        }
        var latitude = Math.toRadians(to.latitude() - from.latitude());
        var longitude = Math.toRadians(to.longitude() - from.longitude());
        var a = Math.pow(Math.sin(latitude / 2), 2)
                + Math.cos(Math.toRadians(from.latitude()))
                        * Math.cos(Math.toRadians(to.latitude()))
                        * Math.pow(Math.sin(longitude / 2), 2);
        return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
