package dev.trellis.adaptation.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Links what was done to what was planned (domain 04.4). Links made by hand are never changed. */
public final class Matching {
    /** How many days before or after its own a session may be done. */
    public static final int DAYS_A_SESSION_MAY_MOVE = 1;

    private static final double HOURS_A_MEAL_MAY_MOVE = 3;

    private Matching() {}

    /**
     * An actual that belongs to a planned.
     *
     * @param movedDays how many days later it was done, negative for earlier
     */
    public record Link(UUID planned, UUID actual, Similarity similarity, int movedDays, boolean byHand) {}

    /** Of sessions; {@code byHand} says which actual the person gave to a planned one. */
    public static List<Link> sessions(
            List<Activity> planned, List<Activity> actual, Map<UUID, UUID> byHand, SessionSimilarity similarity) {
        return new Pairs<>(sorted(planned, Activity::id), sorted(actual, Activity::id), Activity::id, byHand)
                .links((one, other) -> {
                    long days = days(one, other);
                    var compared = similarity.of(one, other);
                    boolean candidate = Math.abs(days) <= DAYS_A_SESSION_MAY_MOVE;
                    long minutes = TimesOfDay.minutesApart(one.day(), one.time(), other.day(), other.time());
                    return new Compared(compared, candidate, minutes, (int) days);
                });
    }

    /** Of meals. */
    public static List<Link> meals(List<EatenMeal> planned, List<EatenMeal> actual, Map<UUID, UUID> byHand) {
        return new Pairs<>(sorted(planned, EatenMeal::id), sorted(actual, EatenMeal::id), EatenMeal::id, byHand)
                .links((one, other) -> {
                    var hours = TimesOfDay.hoursApart(one.time(), other.time());
                    boolean near = hours != null && hours <= HOURS_A_MEAL_MAY_MOVE;
                    boolean candidate =
                            one.day().equals(other.day()) && (one.kind().equals(other.kind()) || near);
                    long minutes = TimesOfDay.minutesApart(one.day(), one.time(), other.day(), other.time());
                    return new Compared(MealSimilarity.of(one, other), candidate, minutes, 0);
                });
    }

    /** Whether the activity might be the session, were there nothing else: near enough in days, and alike enough. */
    public static boolean mayBelong(Activity planned, Activity actual, SessionSimilarity similarity) {
        return Math.abs(days(planned, actual)) <= DAYS_A_SESSION_MAY_MOVE
                && similarity.of(planned, actual).score() >= Assignment.THRESHOLD;
    }

    private static long days(Activity planned, Activity actual) {
        return actual.day().toEpochDay() - planned.day().toEpochDay();
    }

    private static <T> List<T> sorted(List<T> items, Function<T, UUID> id) {
        return items.stream().sorted(Comparator.comparing(id)).toList();
    }

    private record Compared(Similarity similarity, boolean candidate, long minutesApart, int movedDays) {}

    private interface Comparison<T> {
        Compared compare(T planned, T actual);
    }

    private record Pairs<T>(List<T> planned, List<T> actual, Function<T, UUID> id, Map<UUID, UUID> byHand) {
        List<Link> links(Comparison<T> comparison) {
            var links = new ArrayList<Link>();
            var actualById = actual.stream().collect(Collectors.toMap(id, item -> item));
            planned.forEach(item -> {
                var given = byHand.get(id.apply(item));
                var done = given == null ? null : actualById.get(given);
                if (done != null) {
                    links.add(link(item, done, comparison.compare(item, done), true));
                }
            });
            var freePlanned = planned.stream()
                    .filter(item -> !byHand.containsKey(id.apply(item)))
                    .toList();
            var freeActual = actual.stream()
                    .filter(item -> !byHand.containsValue(id.apply(item)))
                    .toList();
            links.addAll(assigned(freePlanned, freeActual, comparison));
            return List.copyOf(links);
        }

        private List<Link> assigned(List<T> freePlanned, List<T> freeActual, Comparison<T> comparison) {
            var compared = freePlanned.stream()
                    .map(one -> freeActual.stream()
                            .map(other -> comparison.compare(one, other))
                            .toList())
                    .toList();
            var similarity = compared.stream()
                    .map(row -> row.stream()
                            .mapToDouble(
                                    pair -> pair.candidate() ? pair.similarity().score() : 0)
                            .toArray())
                    .toArray(double[][]::new);
            var minutes = compared.stream()
                    .map(row -> row.stream().mapToLong(Compared::minutesApart).toArray())
                    .toArray(long[][]::new);
            var assigned = Assignment.of(similarity, minutes);
            var links = new ArrayList<Link>();
            for (var i = 0; i < assigned.length; i++) {
                if (assigned[i] != Assignment.NOBODY) {
                    links.add(link(
                            freePlanned.get(i),
                            freeActual.get(assigned[i]),
                            compared.get(i).get(assigned[i]),
                            false));
                }
            }
            return links;
        }

        private Link link(T one, T other, Compared compared, boolean hand) {
            return new Link(id.apply(one), id.apply(other), compared.similarity(), compared.movedDays(), hand);
        }
    }
}
