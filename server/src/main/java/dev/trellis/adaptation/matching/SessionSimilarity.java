package dev.trellis.adaptation.matching;

import dev.trellis.adaptation.matching.Similarity.Component;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Compares an activity with a planned session (domain 04.2). */
public final class SessionSimilarity {
    private static final Map<Component, Double> WEIGHTS = Map.of(
            Component.TYPE, 0.35,
            Component.DURATION, 0.25,
            Component.DISTANCE, 0.15,
            Component.EXERCISES, 0.15,
            Component.INTENSITY, 0.15,
            Component.TIME_OF_DAY, 0.10);
    private static final double ZONES_APART = 3;
    private static final double SAME_GROUP = 0.7;

    private final UnaryOperator<String> substitutionGroup;

    /** @param substitutionGroup of the id of an exercise */
    public SessionSimilarity(UnaryOperator<String> substitutionGroup) {
        this.substitutionGroup = substitutionGroup;
    }

    /** How near the activity comes to the plan. */
    public Similarity of(Activity planned, Activity actual) {
        double type = planned.type().similarityTo(actual.type());
        var dose = dose(planned, actual);
        if (type == 0) {
            return Similarity.gated(dose);
        }
        var known = new EnumMap<Component, Double>(Component.class);
        known.put(Component.TYPE, type);
        put(known, Component.DURATION, Similarity.ofRatio(actual.minutes(), planned.minutes()));
        if (comparesSets(planned, actual)) {
            known.put(Component.EXERCISES, overlap(planned, actual));
        } else {
            put(known, Component.DISTANCE, Similarity.ofRatio(actual.km(), planned.km()));
        }
        if (planned.zone() != null && actual.zone() != null) {
            int apart = Math.abs(planned.zone() - actual.zone());
            known.put(Component.INTENSITY, Math.max(0, 1 - apart / ZONES_APART));
        }
        var hours = TimesOfDay.hoursApart(planned.time(), actual.time());
        if (hours != null) {
            known.put(Component.TIME_OF_DAY, Similarity.ofHours(hours));
        }
        return Similarity.of(WEIGHTS, known, List.of(Component.TYPE, Component.INTENSITY), dose);
    }

    private static @Nullable Double dose(Activity planned, Activity actual) {
        if (comparesSets(planned, actual)) {
            return (double) actual.totalSets() / planned.totalSets();
        }
        var minutes = Similarity.ratio(actual.minutes(), planned.minutes());
        return minutes == null ? Similarity.ratio(actual.km(), planned.km()) : minutes;
    }

    private static boolean comparesSets(Activity planned, Activity actual) {
        return planned.type() == ActivityType.STRENGTH
                && actual.type() == ActivityType.STRENGTH
                && planned.totalSets() > 0
                && !actual.sets().isEmpty();
    }

    /** The share of planned sets that were done; a substitute of the same group counts for seven tenths. */
    private double overlap(Activity planned, Activity actual) {
        double done = 0;
        var left = new HashMap<String, Integer>();
        actual.sets().forEach((id, sets) -> {
            int spare = sets - Math.min(sets, planned.sets().getOrDefault(id, 0));
            left.merge(substitutionGroup.apply(id), spare, Integer::sum);
        });
        for (var exercise : new TreeMap<>(planned.sets()).entrySet()) {
            int same = Math.min(exercise.getValue(), actual.sets().getOrDefault(exercise.getKey(), 0));
            var group = substitutionGroup.apply(exercise.getKey());
            int similar = Math.min(exercise.getValue() - same, left.getOrDefault(group, 0));
            left.merge(group, -similar, Integer::sum);
            done += same + SAME_GROUP * similar;
        }
        return done / planned.totalSets();
    }

    private static void put(Map<Component, Double> known, Component component, @Nullable Double value) {
        if (value != null) {
            known.put(component, value);
        }
    }
}
