package dev.trellis.programs.training;

import java.util.List;

/**
 * A week of a program.
 *
 * @param number counted from 1
 * @param light  a deload: outside the ranges of volume on purpose
 * @param sets   fractional sets of each muscle
 * @param notes  where it falls short of what it should be
 */
public record TrainingWeek(
        int number,
        boolean light,
        List<PlannedSession> sessions,
        FractionalSets sets,
        AerobicWeek aerobic,
        List<PlanNote> notes) {
    public TrainingWeek {
        sessions = List.copyOf(sessions);
        notes = List.copyOf(notes);
    }
}
