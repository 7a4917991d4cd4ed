package dev.trellis.tracking.file;

import dev.trellis.tracking.file.XmlWalk.Elements;
import java.time.Duration;

/** Adds up a format while it is walked through. */
interface SummingElements extends Elements {
    /** The longest activity: a week. */
    long LONGEST_S = Duration.ofDays(7).toSeconds();

    /** The sums, after the last element. */
    FileSummary summary() throws UnreadableFile;

    /** Seconds as an activity keeps them. */
    static int duration(double seconds) throws UnreadableFile {
        var whole = Math.round(seconds);
        if (whole < 1 || whole > LONGEST_S) {
            throw new UnreadableFile("An activity takes between a second and a week; this file says otherwise.");
        }
        return (int) whole;
    }
}
