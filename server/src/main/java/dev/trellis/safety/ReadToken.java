package dev.trellis.safety;

import java.util.List;

/** A token with the numbers under which the vocabulary knows it. */
record ReadToken(Token token, List<Integer> known) {}
