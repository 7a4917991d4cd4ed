package dev.trellis.tracking.file;

/** Leaves the reading of a file, with a sentence for whoever sent it. */
final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableFile(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
