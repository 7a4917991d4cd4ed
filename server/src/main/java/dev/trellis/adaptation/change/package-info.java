/**
 * Changes of the plan by hand, as pure rules: what a change makes of the calendar, whether the limits that made the plan
 * still hold (domain 02, 03), and how it is told.
 */
@NullMarked
package dev.trellis.adaptation.change;

import org.jspecify.annotations.NullMarked;
