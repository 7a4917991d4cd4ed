package dev.trellis.programs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.programs.energy.CalorieTarget;
import dev.trellis.programs.energy.Expenditure;
import dev.trellis.programs.energy.MacroTargets.Macros;
import dev.trellis.programs.energy.RestingEnergy;
import dev.trellis.programs.energy.SafetyStop;
import dev.trellis.programs.energy.WeightGoal;
import dev.trellis.programs.menu.DayMenu.Deviation;
import dev.trellis.programs.menu.DayMenu.Quality;
import dev.trellis.programs.menu.Nutrients;
import dev.trellis.programs.menu.Relaxation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The eating of a program in numbers, or why there is none.
 *
 * @param targets      null when there are none
 * @param showNumbers  calories and weight may be shown
 * @param stops        what forbids or softens targets
 * @param menus        the days of menus, which repeat over the weeks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NutritionOverview(
        @Nullable Targets targets,
        boolean showNumbers,
        Set<SafetyStop> stops,
        List<MenuDay> menus,
        List<ProgramNote> notes) {
    public NutritionOverview {
        stops = Set.copyOf(stops);
        menus = List.copyOf(menus);
        notes = List.copyOf(notes);
    }

    /**
     * What a day should bring, and from what that follows.
     *
     * @param softened     the wanted goal was not taken
     * @param belowResting the target lies below resting energy, and the person has confirmed it
     */
    public record Targets(
            RestingEnergy resting,
            Expenditure expenditure,
            WeightGoal goal,
            CalorieTarget calories,
            Macros macros,
            boolean softened,
            boolean belowResting) {}

    /** A day of menus, counted from 1, and how near it comes. */
    public record MenuDay(
            int number, Nutrients totals, Quality quality, List<Deviation> deviations, List<Relaxation> relaxed) {
        public MenuDay {
            deviations = List.copyOf(deviations);
            relaxed = List.copyOf(relaxed);
        }
    }

    /** As the person may see it. */
    public NutritionOverview shown() {
        return showNumbers ? this : new NutritionOverview(null, false, stops, List.of(), notes);
    }
}
