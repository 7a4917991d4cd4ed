package dev.trellis.adaptation.change;

import dev.trellis.adaptation.change.Edit.Changed;
import dev.trellis.adaptation.change.Edit.Nothing;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.CalendarEvent.Kind;
import dev.trellis.programs.CalendarEvent.Status;
import dev.trellis.programs.training.Muscle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spreads what is left of a week's sessions over the days that are left. What was missed earlier in the week is left, too.
 * First as many sessions as the limits let stand, at most one a day; among equals those after which the most major muscles
 * were trained twice that week (domain 02.2), then those with more sets, then those moved the least. What does not fit is
 * called off.
 */
public final class WeekReplan {
    private static final int TWICE = 2;

    private final Plan plan;
    private final List<CalendarEvent> left;
    private final List<CalendarEvent> done;
    private final List<LocalDate> days;
    private @Nullable Try best;

    private WeekReplan(Plan plan, List<CalendarEvent> left, List<CalendarEvent> done, List<LocalDate> days) {
        this.plan = plan;
        this.left = left;
        this.done = done;
        this.days = days;
    }

    /** One way to spread them: for each session its day, or null when it is called off. */
    private record Try(List<@Nullable LocalDate> days, int kept, int twice, int sets, long moved) {
        boolean isBetterThan(Try other) {
            if (kept != other.kept) {
                return kept > other.kept;
            }
            if (twice != other.twice) {
                return twice > other.twice;
            }
            return sets != other.sets ? sets > other.sets : moved < other.moved;
        }
    }

    /** Of the week of a day, from that day on. */
    public static Edit from(Plan plan, LocalDate day) {
        var monday = Days.monday(day);
        var sunday = monday.plusDays(6);
        var week = plan.entries().stream()
                .filter(entry -> entry.kind() == Kind.SESSION && entry.status() == Status.PLANNED)
                .filter(entry -> Days.monday(entry.date()).equals(monday))
                .toList();
        var done = week.stream()
                .filter(entry -> plan.done().contains(entry.itemId()))
                .toList();
        var left = week.stream()
                .filter(entry -> !plan.done().contains(entry.itemId()))
                .toList();
        if (left.isEmpty()) {
            return new Nothing("Nothing is left of the week from %s.".formatted(Days.words(monday)));
        }
        var days = new ArrayList<LocalDate>();
        var first = day.isBefore(plan.limits().today()) ? plan.limits().today() : day;
        for (var free = first;
                !free.isAfter(sunday) && !free.isAfter(plan.limits().lastDay());
                free = free.plusDays(1)) {
            var tried = free;
            if (done.stream().noneMatch(entry -> entry.date().equals(tried))) {
                days.add(free);
            }
        }
        return new WeekReplan(plan, left, done, days).edit();
    }

    private Edit edit() {
        spread(new ArrayList<>(), new HashSet<>());
        var chosen = best == null ? List.<@Nullable LocalDate>of() : best.days();
        var after = new ArrayList<CalendarEvent>();
        var differences = new ArrayList<Difference>();
        var words = new ArrayList<String>();
        for (var i = 0; i < chosen.size(); i++) {
            var entry = left.get(i);
            var day = chosen.get(i);
            if (day == null) {
                after.add(entry.with(Status.OFF));
                differences.add(new Difference(entry.title(), DayEdits.when(entry), "called off"));
                words.add("%s is called off".formatted(entry.title()));
            } else if (!day.equals(entry.date())) {
                var moved = entry.movedTo(day, entry.startTime());
                after.add(moved);
                differences.add(new Difference(entry.title(), DayEdits.when(entry), DayEdits.when(moved)));
                words.add("%s goes to %s".formatted(entry.title(), Days.words(day)));
            }
        }
        return after.isEmpty()
                ? new Nothing("The rest of the week is fine as it is.")
                : plan.within(new Changed(
                        after,
                        differences,
                        "The rest of the week, planned anew: %s. The original is kept."
                                .formatted(String.join("; ", words))));
    }

    private void spread(List<@Nullable LocalDate> chosen, Set<LocalDate> taken) {
        if (chosen.size() == left.size()) {
            keep(chosen);
            return;
        }
        for (var day : days) {
            if (taken.add(day)) {
                chosen.add(day);
                spread(chosen, taken);
                chosen.removeLast();
                taken.remove(day);
            }
        }
        chosen.add(null);
        spread(chosen, taken);
        chosen.removeLast();
    }

    private void keep(List<@Nullable LocalDate> chosen) {
        var kept = new ArrayList<CalendarEvent>();
        long moved = 0;
        for (var i = 0; i < chosen.size(); i++) {
            var day = chosen.get(i);
            if (day != null) {
                kept.add(left.get(i));
                moved += Math.abs(day.toEpochDay() - left.get(i).date().toEpochDay());
            }
        }
        var tried = new Try(
                new ArrayList<>(chosen),
                kept.size(),
                trainedTwice(kept),
                kept.stream().mapToInt(entry -> entry.session().sets()).sum(),
                moved);
        // Cheap figures first: most ways are not better, and need not be held to the limits.
        if ((best == null || tried.isBetterThan(best)) && holds(chosen)) {
            best = tried;
        }
    }

    private boolean holds(List<@Nullable LocalDate> chosen) {
        var after = new ArrayList<CalendarEvent>();
        for (var i = 0; i < chosen.size(); i++) {
            var day = chosen.get(i);
            var entry = left.get(i);
            after.add(day == null ? entry.with(Status.OFF) : entry.movedTo(day, entry.startTime()));
        }
        return plan.broken(new Changed(after, List.of(), "").in(plan.entries())).isEmpty();
    }

    private int trainedTwice(List<CalendarEvent> kept) {
        Map<Muscle, Integer> sessions = new EnumMap<>(Muscle.class);
        var all = new ArrayList<>(done);
        all.addAll(kept);
        for (var entry : all) {
            var muscles = new HashSet<Muscle>();
            entry.session()
                    .exercises()
                    .forEach(exercise -> plan.limits()
                            .exercises()
                            .find(exercise.exerciseId())
                            .ifPresent(known -> muscles.addAll(known.primary())));
            muscles.stream().filter(Muscle::isMajor).forEach(muscle -> sessions.merge(muscle, 1, Integer::sum));
        }
        return sessions.values().stream()
                .mapToInt(times -> Math.min(TWICE, times))
                .sum();
    }
}
