package dev.trellis.interventions;

import org.jspecify.annotations.Nullable;

/**
 * A habit as an intervention asks for it.
 *
 * @param timesPerWeek on how many days of a week, 1 to 6; null means every day
 */
public record HabitTemplate(String name, @Nullable Integer timesPerWeek) {}
