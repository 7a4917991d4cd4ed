/**
 * How much energy a person needs and how much they should eat: resting energy, expenditure at the start and learnt from
 * weight, the calorie target with its floor, macros, and the stops that forbid a target (domain file 01).
 */
@NullMarked
package dev.trellis.programs.energy;

import org.jspecify.annotations.NullMarked;
