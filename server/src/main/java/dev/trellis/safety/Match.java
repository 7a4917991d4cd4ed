package dev.trellis.safety;

/** A phrase found from one token up to, and without, another. */
record Match(Entry entry, int start, int end) {
    boolean contains(Match other) {
        return start <= other.start && other.end <= end;
    }

    boolean overlaps(Match other) {
        return start < other.end && other.start < end;
    }
}
