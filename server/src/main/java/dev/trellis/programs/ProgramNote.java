package dev.trellis.programs;

/**
 * Something the person has to know about their program: what was left out, made gentler, or not understood.
 *
 * @param kind a stable name for what it is about, lower case
 */
public record ProgramNote(String kind, String text) {}
