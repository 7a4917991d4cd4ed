package dev.trellis.adaptation.matching;

/** What became of something planned (domain 04.5). */
public enum AdherenceStatus {
    COMPLETED,
    SIMILAR,
    PARTIAL,
    SKIPPED,
    UNKNOWN
}
