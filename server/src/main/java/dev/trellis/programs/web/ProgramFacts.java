package dev.trellis.programs.web;

import dev.trellis.platform.web.pages.Chart;
import dev.trellis.platform.web.pages.Chart.Axes;
import dev.trellis.platform.web.pages.Chart.Series;
import dev.trellis.platform.web.pages.Chart.Shape;
import dev.trellis.programs.NutritionOverview;
import dev.trellis.programs.ProgramBundle;
import dev.trellis.programs.ProgramNote;
import dev.trellis.programs.StoredProgram;
import dev.trellis.programs.TrainingOverview;
import dev.trellis.programs.energy.MacroTargets.Macros;
import dev.trellis.programs.training.Muscle;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page tells about a program: everything to know, its weeks, the volume of one of them, and its eating.
 *
 * @param week    whose volume is drawn, counted from 1
 * @param notes   everything the person has to know, once each
 * @param inForce what a day should bring by now; null where that is what the program began with
 */
public record ProgramFacts(
        TrainingOverview training,
        NutritionOverview nutrition,
        int week,
        List<ProgramNote> notes,
        @Nullable Macros inForce) {
    private static final double ENOUGH_TO_SHOW = 0.5;

    static ProgramFacts of(StoredProgram program, int week) {
        return of(
                program.training(),
                program.nutrition().shown(),
                program.inputs().notes(),
                week);
    }

    static ProgramFacts of(ProgramBundle bundle) {
        return of(bundle.training(), bundle.nutrition().shown(), bundle.inputs().notes(), 1);
    }

    private static ProgramFacts of(
            TrainingOverview training, NutritionOverview nutrition, List<ProgramNote> told, int week) {
        var notes = Stream.of(nutrition.notes(), training.notes(), told)
                .flatMap(List::stream)
                .distinct()
                .toList();
        return new ProgramFacts(
                training,
                nutrition,
                Math.clamp(week, 1, Math.max(1, training.weeks().size())),
                notes,
                null);
    }

    /** The same, with what a day should bring by now. */
    ProgramFacts with(Macros inForce) {
        var targets = nutrition.targets();
        return targets == null || inForce.equals(targets.macros())
                ? this
                : new ProgramFacts(training, nutrition, week, notes, inForce);
    }

    /** What a day should bring; only where the eating has targets. */
    public Macros macros() {
        return inForce != null
                ? inForce
                : Objects.requireNonNull(nutrition.targets()).macros();
    }

    /** Working sets of each muscle in the week; null where no week has strength in it. */
    public @Nullable Chart volume() {
        if (training.weeks().isEmpty()) {
            return null;
        }
        var sets = training.weeks().get(week - 1).sets().entrySet().stream()
                .filter(entry -> entry.getValue() >= ENOUGH_TO_SHOW)
                .sorted(Map.Entry.<Muscle, Double>comparingByValue(Comparator.reverseOrder()))
                .toList();
        if (sets.isEmpty()) {
            return null;
        }
        var most = sets.getFirst();
        var least = sets.getLast();
        return new Chart(
                        "Working sets a muscle in week " + week,
                        "From " + number(most.getValue()) + " sets for " + words(most.getKey()) + " to "
                                + number(least.getValue()) + " for " + words(least.getKey())
                                + ". A set counts half where a muscle only helps.",
                        sets.stream().map(entry -> words(entry.getKey())).toList(),
                        List.of(Series.of(
                                "Sets",
                                Shape.BARS,
                                sets.stream().map(Map.Entry::getValue).toList())),
                        0.0,
                        null,
                        "")
                .on(new Axes("Muscle", "sets a week", true, null));
    }

    /** Minutes of every week; null where there is no training. */
    public @Nullable Chart weeks() {
        var all = training.weeks();
        if (all.isEmpty()) {
            return null;
        }
        int shortest =
                all.stream().mapToInt(TrainingOverview.Week::minutes).min().orElse(0);
        int longest =
                all.stream().mapToInt(TrainingOverview.Week::minutes).max().orElse(0);
        var light = all.stream()
                .filter(TrainingOverview.Week::light)
                .map(one -> Integer.toString(one.number()))
                .toList();
        return new Chart(
                        "Training minutes a week",
                        "Between " + shortest + " and " + longest + " minutes a week over " + all.size() + " weeks."
                                + (light.isEmpty()
                                        ? ""
                                        : " Lighter on purpose: week " + String.join(", ", light) + "."),
                        all.stream().map(one -> Integer.toString(one.number())).toList(),
                        List.of(Series.of(
                                "Minutes",
                                Shape.BARS,
                                all.stream()
                                        .map(one -> (Double) (double) one.minutes())
                                        .toList())),
                        0.0,
                        null,
                        "min")
                .on(new Axes("Week", "", false, null));
    }

    /** Days of menus that come nearer or less near, as a sentence; empty where there are none. */
    public String menus() {
        var days = nutrition.menus();
        long good = days.stream()
                .filter(day -> day.quality() != dev.trellis.programs.menu.DayMenu.Quality.NOT_REACHED)
                .count();
        return days.isEmpty()
                ? ""
                : good == days.size()
                        ? "All " + days.size() + " days of menus come within a few percent of these numbers."
                        : good + " of " + days.size() + " days of menus come near these numbers; the others could not"
                                + " with the foods you eat, and say so on their day.";
    }

    /** Whether anything at all is planned. */
    public boolean isEmpty() {
        return training.weeks().isEmpty() && nutrition.menus().isEmpty();
    }

    /** Energy that a day should bring or spend, to the ten. */
    public long rounded(double kcal) {
        return Math.round(kcal / 10) * 10;
    }

    static String words(Muscle muscle) {
        var words = muscle.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String number(double sets) {
        return sets == Math.rint(sets) ? Long.toString((long) sets) : Double.toString(sets);
    }

    /** The weeks there are, as numbers to choose from. */
    public List<Integer> weekNumbers() {
        return training.weeks().isEmpty()
                ? Collections.emptyList()
                : training.weeks().stream().map(TrainingOverview.Week::number).toList();
    }
}
