package dev.trellis.adaptation.change;

import dev.trellis.programs.menu.Diner;
import dev.trellis.programs.menu.Foods;
import dev.trellis.programs.training.Eligibility;
import dev.trellis.programs.training.Exercises;
import dev.trellis.programs.training.VolumeRange;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a change by hand may not break: the limits the plan was made within.
 *
 * @param today       nothing before it changes
 * @param lastDay     of the program
 * @param eating      null where there are no targets
 */
public record PlanLimits(
        LocalDate today,
        LocalDate firstDay,
        LocalDate lastDay,
        Training training,
        @Nullable Eating eating,
        Exercises exercises,
        Foods foods) {
    /**
     * Of training.
     *
     * @param eligibility    without what is only disliked: whoever asks for it by hand wants it
     * @param range          weekly sets of a muscle; null where there is no training
     * @param sessionMinutes the longest session they have time for
     * @param oneRepMax      in kg, by exercise, where it is known
     * @param longestRun     minutes, of the last 30 days
     */
    public record Training(
            Eligibility eligibility,
            @Nullable VolumeRange range,
            int sessionMinutes,
            Map<String, Double> oneRepMax,
            double longestRun) {}

    /**
     * Of eating.
     *
     * @param diner        without what is only disliked
     * @param kcalFloor    a day
     * @param proteinFloor g a day
     * @param showNumbers  calories may be shown
     */
    public record Eating(Diner diner, int kcalFloor, double proteinFloor, boolean showNumbers) {}
}
