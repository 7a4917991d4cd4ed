package dev.trellis.adaptation.reassessment;

import dev.trellis.programs.training.Exercise;
import dev.trellis.programs.training.FractionalSets;
import dev.trellis.programs.training.Muscle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Gives a week's sessions more or fewer sets, one at a time and always the one that brings the muscles nearest to what
 * each should get (domain 06.3). No exercise is taken out, and no session gets more sets than it has room for.
 */
public final class WeekVolume {
    private static final int MOST_SETS = 6;
    private static final double ENOUGH = 1e-9;

    private final List<Entry> entries;

    private WeekVolume(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * An exercise of a week.
     *
     * @param session  in which session of the week it stands
     * @param capacity sets that session has room for
     */
    public record Entry(int session, int capacity, Exercise exercise, int sets) {
        Entry with(int other) {
            return new Entry(session, capacity, exercise, other);
        }
    }

    /** Weekly sets of each major muscle; the small ones get theirs by the same exercises. */
    public static Map<Muscle, Double> byMuscle(List<Entry> week) {
        var sets = FractionalSets.none();
        for (var entry : week) {
            sets = sets.plus(entry.exercise(), entry.sets());
        }
        var major = new EnumMap<Muscle, Double>(Muscle.class);
        sets.byMuscle().forEach((muscle, its) -> {
            if (muscle.isMajor()) {
                major.put(muscle, its);
            }
        });
        return major;
    }

    /** Weekly sets over all major muscles. */
    public static double budget(List<Entry> week) {
        return byMuscle(week).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The same entries, in the same order, with the sets that come nearest to what is wanted. */
    public static List<Entry> towards(List<Entry> week, Map<Muscle, Double> wanted) {
        double now = budget(week);
        double goal = wanted.values().stream().mapToDouble(Double::doubleValue).sum();
        var volume = new WeekVolume(new ArrayList<>(week));
        int step = goal > now ? 1 : -1;
        boolean improved = true;
        while (improved) {
            improved = volume.improved(wanted, step);
        }
        return List.copyOf(volume.entries);
    }

    private boolean improved(Map<Muscle, Double> wanted, int step) {
        double best = distance(entries, wanted) - ENOUGH;
        var at = -1;
        for (var i = 0; i < entries.size(); i++) {
            if (!isPossible(i, step)) {
                continue;
            }
            var tried = new ArrayList<>(entries);
            tried.set(i, tried.get(i).with(tried.get(i).sets() + step));
            double distance = distance(tried, wanted);
            if (distance < best) {
                best = distance;
                at = i;
            }
        }
        if (at >= 0) {
            entries.set(at, entries.get(at).with(entries.get(at).sets() + step));
        }
        return at >= 0;
    }

    private boolean isPossible(int index, int step) {
        var entry = entries.get(index);
        int sets = entry.sets() + step;
        int ofSession = entries.stream()
                .filter(other -> other.session() == entry.session())
                .mapToInt(Entry::sets)
                .sum();
        return step < 0 ? sets >= 1 : sets <= MOST_SETS && ofSession + step <= entry.capacity();
    }

    private static double distance(List<Entry> week, Map<Muscle, Double> wanted) {
        var have = byMuscle(week);
        var muscles = new HashSet<>(have.keySet());
        muscles.addAll(wanted.keySet());
        return muscles.stream()
                .mapToDouble(muscle -> have.getOrDefault(muscle, 0.0) - wanted.getOrDefault(muscle, 0.0))
                .map(off -> off * off)
                .sum();
    }
}
