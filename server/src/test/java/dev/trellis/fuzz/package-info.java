/** Throws bad input of every kind at every endpoint that the API document names. */
@org.jspecify.annotations.NullMarked
package dev.trellis.fuzz;
