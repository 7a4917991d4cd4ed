/**
 * Risk as pure functions of values (domain 10): indicators, points, levels, hysteresis, working days, and what may be
 * said of effects and of fairness. No clock, no database.
 */
@NullMarked
package dev.trellis.students.risk;

import org.jspecify.annotations.NullMarked;
