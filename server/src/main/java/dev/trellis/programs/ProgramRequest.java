package dev.trellis.programs;

import dev.trellis.programs.energy.ActivityLevel;
import dev.trellis.programs.energy.BodyFat;
import dev.trellis.programs.energy.HealthFacts;
import dev.trellis.programs.energy.ProteinNeed;
import dev.trellis.programs.energy.WeightGoal;
import dev.trellis.programs.menu.Diner;
import dev.trellis.programs.training.TrainingProfile;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Everything a program is made from.
 *
 * @param bodyFat          null when it was not measured
 * @param exerciseKcal     spent in exercise on an average day
 * @param trainingHours    a week, at present
 * @param meals            a day, 3 or 4
 * @param leanAthlete      lean and trained, for whom a deficit asks for more protein
 * @param menuDays         days of menus, repeated over the weeks; 7 or a multiple
 * @param seed             decides between foods that are equally good
 */
public record ProgramRequest(
        HealthFacts health,
        @Nullable BodyFat bodyFat,
        ActivityLevel activity,
        WeightGoal goal,
        double exerciseKcal,
        double trainingHours,
        boolean leanAthlete,
        TrainingProfile training,
        Diner diner,
        int meals,
        LocalDate today,
        int weeks,
        int menuDays,
        long seed) {
    public ProgramRequest {
        if (weeks < 1 || weeks > 52) {
            throw new IllegalArgumentException("a program has 1 to 52 weeks, not " + weeks);
        }
        if (menuDays < 7 || menuDays % 7 != 0) {
            throw new IllegalArgumentException("menus are made for whole weeks, not for " + menuDays + " days");
        }
        if (training.years() != health.body().years()) {
            throw new IllegalArgumentException("one person has one age");
        }
    }

    /** Protein by what they train for and whether they eat less than they spend. */
    public ProteinNeed proteinNeed(boolean deficit) {
        var trains = training.goal().isEndurance() ? ProteinNeed.Training.ENDURANCE : ProteinNeed.Training.STRENGTH;
        return leanAthlete && deficit && trains == ProteinNeed.Training.STRENGTH
                ? ProteinNeed.LEAN_ATHLETE_IN_DEFICIT
                : ProteinNeed.of(trains, deficit, health.body().years());
    }
}
