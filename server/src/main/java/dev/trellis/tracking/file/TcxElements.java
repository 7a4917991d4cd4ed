package dev.trellis.tracking.file;

import dev.trellis.tracking.file.TrackSums.Point;
import dev.trellis.tracking.file.XmlWalk.Attributes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the one activity of a TCX file: the sums of its laps, and from its points what the laps do not say. */
final class TcxElements implements SummingElements {
    private static final double LONGEST_M = 2_000_000;
    private static final double MOST_KCAL = 50_000;
    private static final double LOWEST_M = -500;
    private static final double HIGHEST_M = 20_000;

    private final TrackSums points = new TrackSums();
    private int activities;
    private @Nullable String sport;
    private @Nullable Instant start;
    private boolean inPoint;
    private double seconds;
    private double lapSeconds;
    private @Nullable Double metres;
    private @Nullable Double energy;
    private double beats;
    private double beatSeconds;
    private @Nullable Integer highest;
    private @Nullable Integer lapAverage;
    private @Nullable Instant time;
    private @Nullable Double elevation;
    private @Nullable Integer heartRate;

    @Override
    public void begins(String name, Attributes attributes) throws UnreadableFile {
        switch (name) {
            case "Activity" -> {
                if (++activities > 1) {
                    throw new UnreadableFile("The file holds several activities; export them one by one.");
                }
                sport = attributes.get("Sport");
            }
            case "Lap" -> {
                start = start == null ? Readings.moment(attributes.get("StartTime")) : start;
                lapSeconds = 0;
                lapAverage = null;
                points.pause();
            }
            case "Track" -> points.pause();
            case "Trackpoint" -> {
                inPoint = true;
                time = null;
                elevation = null;
                heartRate = null;
            }
            default -> {}
        }
    }

    @Override
    public void ends(String name, String parent, String text) {
        if (inPoint) {
            endsInPoint(name, parent, text);
        } else if (parent.equals("Lap")) {
            endsInLap(name, text);
        } else if (name.equals("Value") && parent.equals("AverageHeartRateBpm")) {
            lapAverage = Readings.heartRate(text);
        } else if (name.equals("Value") && parent.equals("MaximumHeartRateBpm")) {
            highest = greater(highest, Readings.heartRate(text));
        } else if (name.equals("Lap")) {
            endLap();
        }
    }

    private void endsInPoint(String name, String parent, String text) {
        switch (name) {
            case "Time" -> time = Readings.moment(text);
            case "AltitudeMeters" -> elevation = Readings.number(text, LOWEST_M, HIGHEST_M);
            case "Value" -> heartRate = parent.equals("HeartRateBpm") ? Readings.heartRate(text) : heartRate;
            case "Trackpoint" -> {
                inPoint = false;
                if (time != null) {
                    points.add(new Point(time, null, null, elevation, heartRate));
                }
            }
            default -> {}
        }
    }

    private void endsInLap(String name, String text) {
        switch (name) {
            case "TotalTimeSeconds" ->
                lapSeconds = Objects.requireNonNullElse(Readings.number(text, 0, LONGEST_S), 0.0);
            case "DistanceMeters" -> metres = sum(metres, Readings.number(text, 0, LONGEST_M));
            case "Calories" -> energy = sum(energy, Readings.number(text, 0, MOST_KCAL));
            default -> {}
        }
    }

    private void endLap() {
        seconds += lapSeconds;
        if (lapAverage != null) {
            beats += lapAverage * lapSeconds;
            beatSeconds += lapSeconds;
        }
    }

    @Override
    public FileSummary summary() throws UnreadableFile {
        var begun = start == null ? points.start() : start;
        if (begun == null || activities == 0) {
            throw new UnreadableFile("The file holds no activity with a time.");
        }
        return new FileSummary(
                FileFormat.TCX,
                sport,
                begun,
                SummingElements.duration(seconds > 0 ? seconds : points.seconds()),
                metres == null ? null : within(metres, LONGEST_M),
                points.climbed(),
                beatSeconds > 0 ? Integer.valueOf((int) Math.round(beats / beatSeconds)) : points.averageHeartRate(),
                greater(highest, points.maxHeartRate()),
                energy == null ? null : (int) Math.round(Math.min(energy, MOST_KCAL)));
    }

    private static BigDecimal within(double number, double most) throws UnreadableFile {
        if (number > most) {
            throw new UnreadableFile("The laps of this file are longer than an activity can be.");
        }
        return TrackSums.decimal(number);
    }

    private static @Nullable Double sum(@Nullable Double one, @Nullable Double other) {
        return other == null ? one : Double.valueOf(other + (one == null ? 0 : one));
    }

    private static @Nullable Integer greater(@Nullable Integer one, @Nullable Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Integer.valueOf(Math.max(one, other));
    }
}
