package dev.trellis.interventions;

import dev.trellis.tracking.Habit;

/**
 * A habit of a period and how often it was done.
 *
 * @param done on how many days
 * @param due of how many days: those that are over, or checked in, on which it was due or done all the same
 */
public record LivedHabit(Habit habit, int done, int due) {}
