package dev.trellis.tracking.file;

/** What became of reading a file. */
public sealed interface FileReading {
    /** It holds one activity. */
    record Understood(FileSummary summary) implements FileReading {}

    /** It holds none that can be read; the sentence says why. */
    record Refused(String why) implements FileReading {}
}
