package dev.trellis.bench.harness;

/** What a crew got done: how long all of it took, and how long each operation did, shortest first. */
@SuppressWarnings("ArrayRecordComponent") // A carrier of figures, never compared.
public record Load(double seconds, long[] sortedNanos) {
    /** Operations a second. */
    public double rate() {
        return sortedNanos.length / seconds;
    }

    /** The latency that this share of the operations did not exceed, in microseconds. */
    public double percentileMicros(double share) {
        var rank = (int) Math.ceil(share * sortedNanos.length) - 1;
        return sortedNanos[Math.clamp(rank, 0, sortedNanos.length - 1)] / 1e3;
    }
}
