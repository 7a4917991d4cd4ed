package dev.trellis.programs;

import dev.trellis.programs.training.TrainingPlan;

/**
 * A whole program, generated and not yet stored: what to do and what to eat. Each half stands by itself, so that who may
 * not have the one can still have the other, and is told why.
 */
public record Program(TrainingPlan training, NutritionPlan nutrition) {}
