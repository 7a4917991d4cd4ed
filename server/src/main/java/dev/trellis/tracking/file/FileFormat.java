package dev.trellis.tracking.file;

/** The formats that are read. */
public enum FileFormat {
    /** The exchange format of tracks: points with a place and a time. */
    GPX,
    /** Garmin's training centre: laps with their sums, and points. */
    TCX
}
