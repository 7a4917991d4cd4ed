package dev.trellis.safety;

/** A token with the numbers under which the vocabulary knows it. */
record ReadToken(Token token, int[] known) {}
