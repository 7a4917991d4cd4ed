package dev.trellis.tracking.file;

import dev.trellis.tracking.file.TrackSums.Point;
import dev.trellis.tracking.file.XmlWalk.Attributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the tracks of GPX 1.0 and 1.1; heart rate stands in an extension that every maker calls {@code hr}. */
final class GpxElements implements SummingElements {
    private static final double LOWEST_M = -500;
    private static final double HIGHEST_M = 20_000;

    private final TrackSums sums = new TrackSums();
    private boolean inPoint;
    private @Nullable Double latitude;
    private @Nullable Double longitude;
    private @Nullable Double elevation;
    private @Nullable Instant time;
    private @Nullable Integer heartRate;
    private @Nullable String sport;

    @Override
    public void begins(String name, Attributes attributes) {
        if (name.equals("trkseg")) {
            sums.pause();
        } else if (name.equals("trkpt")) {
            inPoint = true;
            latitude = Readings.number(attributes.get("lat"), -90, 90);
            longitude = Readings.number(attributes.get("lon"), -180, 180);
            elevation = null;
            time = null;
            heartRate = null;
        }
    }

    @Override
    public void ends(String name, String parent, String text) {
        if (name.equals("type") && parent.equals("trk")) {
            sport = sport == null && !text.isEmpty() ? text : sport;
        } else if (inPoint) {
            endsInPoint(name, text);
        }
    }

    private void endsInPoint(String name, String text) {
        switch (name) {
            case "ele" -> elevation = Readings.number(text, LOWEST_M, HIGHEST_M);
            case "time" -> time = Readings.moment(text);
            case "hr" -> heartRate = Readings.heartRate(text);
            case "trkpt" -> {
                inPoint = false;
                if (time != null) {
                    sums.add(new Point(time, latitude, longitude, elevation, heartRate));
                }
            }
            default -> {}
        }
    }

    @Override
    public FileSummary summary() throws UnreadableFile {
        var start = sums.start();
        if (start == null) {
            throw new UnreadableFile(
                    "The file has no track with times: it looks like a route to follow, not one done.");
        }
        return new FileSummary(
                FileFormat.GPX,
                sport,
                start,
                SummingElements.duration(sums.seconds()),
                sums.distance(),
                sums.climbed(),
                sums.averageHeartRate(),
                sums.maxHeartRate(),
                null);
    }
}
