/**
 * Training weeks: which exercises a person can and may do, how many sets each muscle gets, how hard, on which days, and
 * how it goes on from what was done (domain file 02). May use {@code programs} and its energy package only.
 */
@NullMarked
package dev.trellis.programs.training;

import org.jspecify.annotations.NullMarked;
