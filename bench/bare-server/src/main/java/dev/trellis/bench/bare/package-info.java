/**
 * A yardstick: the smallest server of the same framework that reads one row by its primary key, or days of a calendar.
 * Depends on nothing of Trellis.
 */
@NullMarked
package dev.trellis.bench.bare;

import org.jspecify.annotations.NullMarked;
