package dev.trellis.programs.training;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts a week's sessions on days so that no hard days stack, Sunday into Monday included (domain 02.2): at most two in a
 * row, no muscle hard on two days running, no intervals on the day before hard legs. Where the days at hand do not allow
 * that, the fewest sessions possible are made moderate instead.
 */
final class WeekLayout {
    private static final int DAYS = 7;
    private static final int HARD_IN_A_ROW = 2;

    private final List<SessionKind> kinds;
    private @Nullable Candidate best;

    private WeekLayout(List<SessionKind> kinds) {
        this.kinds = kinds;
    }

    /** A session on its day; hard when it may be done with little in reserve. */
    record Placed(DayOfWeek day, SessionKind kind, boolean hard) {}

    private record Candidate(List<Placed> week, int moderate, int unspread, int moved, int order) {
        private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt(Candidate::moderate)
                .thenComparingInt(Candidate::unspread)
                .thenComparingInt(Candidate::moved)
                .thenComparingInt(Candidate::order);
    }

    /** On days at hand, of which there are at least as many as sessions; in the order of days. */
    static List<Placed> of(List<SessionKind> kinds, Set<DayOfWeek> available) {
        if (kinds.isEmpty() || available.size() < kinds.size()) {
            throw new IllegalArgumentException(kinds.size() + " sessions on " + available.size() + " days");
        }
        var layout = new WeekLayout(kinds);
        for (var days : subsets(List.copyOf(EnumSet.copyOf(available)), kinds.size())) {
            layout.tryOrders(days);
        }
        return Objects.requireNonNull(layout.best, "all sessions moderate is always possible")
                .week();
    }

    private void tryOrders(List<DayOfWeek> days) {
        tryOrders(days, new ArrayList<>(), new boolean[kinds.size()], 0);
    }

    private void tryOrders(List<DayOfWeek> days, List<Integer> order, boolean[] used, int moved) {
        if (order.size() == kinds.size()) {
            tryFlags(days, order, moved);
            return;
        }
        var tried = new HashSet<SessionKind>();
        for (var i = 0; i < kinds.size(); i++) {
            if (!used[i] && tried.add(kinds.get(i))) {
                used[i] = true;
                order.add(i);
                tryOrders(days, order, used, moved + (i == order.size() - 1 ? 0 : 1));
                order.removeLast();
                used[i] = false;
            }
        }
    }

    private void tryFlags(List<DayOfWeek> days, List<Integer> order, int moved) {
        var week = new @Nullable SessionKind[DAYS];
        int hardable = 0;
        for (var i = 0; i < order.size(); i++) {
            var kind = kinds.get(order.get(i));
            week[days.get(i).getValue() - 1] = kind;
            hardable |= canBeHard(kind) ? 1 << (days.get(i).getValue() - 1) : 0;
        }
        int unspread = unspread(week);
        for (int moderate = hardable; ; moderate = (moderate - 1) & hardable) {
            int hard = hardable & ~moderate;
            if (isAllowed(week, hard)) {
                keep(new Candidate(placed(week, hard), Integer.bitCount(moderate), unspread, moved, moderate));
            }
            if (moderate == 0) {
                return;
            }
        }
    }

    private void keep(Candidate candidate) {
        if (best == null || Candidate.BEST_FIRST.compare(candidate, best) < 0) {
            best = candidate;
        }
    }

    private static boolean canBeHard(SessionKind kind) {
        return kind != SessionKind.CARDIO;
    }

    private static boolean isAllowed(@Nullable SessionKind[] week, int hard) {
        for (var day = 0; day < DAYS; day++) {
            int next = (day + 1) % DAYS;
            if (isHard(hard, day) && isHard(hard, next)) {
                var today = week[day];
                var tomorrow = week[next];
                if (today == null || tomorrow == null || isHard(hard, (day + HARD_IN_A_ROW) % DAYS)) {
                    return false;
                }
                if (today.overlaps(tomorrow) || (today == SessionKind.INTERVALS && tomorrow.trainsLegs())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isHard(int hard, int day) {
        return (hard >> day & 1) == 1;
    }

    /** Training days that follow on one another, twice as bad when they train the same. */
    private static int unspread(@Nullable SessionKind[] week) {
        int unspread = 0;
        for (var day = 0; day < DAYS; day++) {
            var today = week[day];
            var tomorrow = week[(day + 1) % DAYS];
            if (today != null && tomorrow != null) {
                unspread += today.overlaps(tomorrow) ? 2 : 1;
            }
        }
        return unspread;
    }

    private static List<Placed> placed(@Nullable SessionKind[] week, int hard) {
        return Arrays.stream(DayOfWeek.values())
                .mapMulti((DayOfWeek day, Consumer<Placed> into) -> {
                    var kind = week[day.getValue() - 1];
                    if (kind != null) {
                        into.accept(new Placed(day, kind, isHard(hard, day.getValue() - 1)));
                    }
                })
                .toList();
    }

    private static List<List<DayOfWeek>> subsets(List<DayOfWeek> days, int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        var subsets = new ArrayList<List<DayOfWeek>>();
        for (var i = 0; i + size <= days.size(); i++) {
            var first = days.get(i);
            for (var rest : subsets(days.subList(i + 1, days.size()), size - 1)) {
                var subset = new ArrayList<>(List.of(first));
                subset.addAll(rest);
                subsets.add(subset);
            }
        }
        return subsets;
    }
}
