package dev.trellis.platform.embedding;

/** A stable hash of short strings (FNV-1a with a final avalanche), the same on every machine. */
final class Hashing {
    private Hashing() {}

    static int of(String text) {
        var hash = 0x811c9dc5;
        for (var i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return hash ^ (hash >>> 16);
    }
}
