package dev.trellis.adaptation.change;

/** One thing that is different after a change, in words. */
public record Difference(String what, String from, String to) {}
