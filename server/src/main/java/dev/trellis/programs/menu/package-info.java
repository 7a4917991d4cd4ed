/**
 * Menus: which foods make the meals of a week, by rules, and how many grams of each, by optimisation (domain file 03).
 * Nutrients come from the table that ships or from a person's own foods, never from anywhere else.
 */
@NullMarked
package dev.trellis.programs.menu;

import org.jspecify.annotations.NullMarked;
