package dev.trellis.programs;

import java.util.UUID;

/** A program as it was generated, and how it stands. */
public record StoredProgram(
        ProgramSummary summary,
        long seed,
        int generatorVersion,
        ProgramInputs inputs,
        TrainingOverview training,
        NutritionOverview nutrition) {
    /** Which one. */
    public UUID id() {
        return summary.id();
    }
}
