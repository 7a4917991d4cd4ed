/**
 * How a day is adjusted to the person: readiness from what they say and what a device measures, what that changes in
 * training and food for this one day, and whether it is done at once or asked first (domain file 05).
 */
@NullMarked
package dev.trellis.adaptation.daily;

import org.jspecify.annotations.NullMarked;
