package dev.trellis.adaptation.change;

import dev.trellis.adaptation.change.Edit.Refused;
import dev.trellis.programs.CalendarDetail.SessionDetail;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.training.FractionalSets;
import dev.trellis.programs.training.Muscle;
import dev.trellis.programs.training.RunningLimits;
import dev.trellis.programs.training.SessionCapacity;
import dev.trellis.programs.training.SessionKind;
import dev.trellis.programs.training.VolumeRange;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Holds changed weeks to what training weeks are made by (domain 02.2, 02.3, 02.6). Only what the change itself breaks
 * counts: what stood in the plan before is not the person's doing.
 */
final class TrainingLimits {
    private static final int DAYS_OF_WEEK = 7;
    private static final String RUNNING = "running";

    private final PlanLimits limits;
    private final List<CalendarEvent> before;
    private final List<CalendarEvent> after;

    TrainingLimits(PlanLimits limits, List<CalendarEvent> before, List<CalendarEvent> after) {
        this.limits = limits;
        this.before = sessions(before);
        this.after = sessions(after);
    }

    private static List<CalendarEvent> sessions(List<CalendarEvent> entries) {
        return entries.stream()
                .filter(entry ->
                        entry.kind() == CalendarEvent.Kind.SESSION && entry.status() == CalendarEvent.Status.PLANNED)
                .toList();
    }

    /** The first limit that is broken. */
    Optional<Refused> broken() {
        return spacing()
                .or(this::rest)
                .or(this::capacity)
                .or(this::volume)
                .or(this::growth)
                .or(this::longestRun)
                .or(this::weekOfRuns);
    }

    /** A stacking of hard days, by its days and what is wrong. */
    private record Stacked(Set<LocalDate> days, String why) {}

    private Optional<Refused> spacing() {
        var known = stacked(before);
        return stacked(after).stream()
                .filter(stack -> !known.contains(stack))
                .findFirst()
                .map(stack -> new Refused(stack.why(), freeDays()));
    }

    private static Set<Stacked> stacked(List<CalendarEvent> sessions) {
        var found = new HashSet<Stacked>();
        for (var one : sessions) {
            for (var other : sessions) {
                if (one != other && !other.date().isBefore(one.date())) {
                    why(one, other)
                            .ifPresent(why ->
                                    found.add(new Stacked(Set.copyOf(List.of(one.date(), other.date())), why)));
                }
            }
        }
        var hard = sessions.stream()
                .filter(entry -> entry.session().hard())
                .map(CalendarEvent::date)
                .collect(Collectors.toCollection(TreeSet::new));
        for (var day : hard) {
            if (hard.contains(day.plusDays(1)) && hard.contains(day.plusDays(2))) {
                found.add(new Stacked(
                        Set.of(day, day.plusDays(1), day.plusDays(2)),
                        "That would make three hard days in a row from %s.".formatted(Days.words(day))));
            }
        }
        return found;
    }

    /** Of two sessions, the first of them not later than the other. */
    private static Optional<String> why(CalendarEvent one, CalendarEvent other) {
        long apart = other.date().toEpochDay() - one.date().toEpochDay();
        if (apart > 1) {
            return Optional.empty();
        }
        var first = one.session();
        var second = other.session();
        if (isRunWalk(first) && isRunWalk(second)) {
            return Optional.of("Whoever starts running rests a day between two runs: %s and %s."
                    .formatted(Days.words(one.date()), Days.words(other.date())));
        }
        if (!first.hard() || !second.hard()) {
            return Optional.empty();
        }
        if (first.kind().overlaps(second.kind())) {
            return Optional.of("%s and %s train the same muscles hard, and those need 48 hours between."
                    .formatted(one.title(), other.title()));
        }
        boolean tires = apart == 1
                && first.kind() == SessionKind.INTERVALS
                && second.kind().trainsLegs();
        return tires
                ? Optional.of("Intervals on %s would tire the legs for the hard session on %s."
                        .formatted(Days.words(one.date()), Days.words(other.date())))
                : Optional.empty();
    }

    private static boolean isRunWalk(SessionDetail session) {
        return session.cardio() != null && session.cardio().runWalk();
    }

    private Optional<Refused> rest() {
        return weeks(after).stream()
                .filter(week -> trainingDays(after, week).size() == DAYS_OF_WEEK
                        && trainingDays(before, week).size() < DAYS_OF_WEEK)
                .findFirst()
                .map(week -> new Refused(
                        "The week from %s would have no day of rest.".formatted(Days.words(week)),
                        "Put two sessions on one day, or call one off."));
    }

    private Optional<Refused> capacity() {
        int most = SessionCapacity.sets(limits.training().sessionMinutes());
        return after.stream()
                .filter(entry -> entry.session().sets() > Math.max(most, setsBefore(entry)))
                .findFirst()
                .map(entry -> new Refused(
                        "%s would have %d sets, more than fit into the %d minutes you have."
                                .formatted(
                                        entry.title(),
                                        entry.session().sets(),
                                        limits.training().sessionMinutes()),
                        "Up to %d sets are possible.".formatted(most)));
    }

    private int setsBefore(CalendarEvent entry) {
        return before.stream()
                .filter(known -> known.id().equals(entry.id()))
                .mapToInt(known -> known.session().sets())
                .findFirst()
                .orElse(0);
    }

    private Optional<Refused> volume() {
        var range = limits.training().range();
        if (range == null) {
            return Optional.empty();
        }
        for (var week : weeks(after)) {
            var sets = sets(after, week);
            var known = sets(before, week);
            for (var muscle : Muscle.values()) {
                if (sets.of(muscle) > range.most() && sets.of(muscle) > known.of(muscle)) {
                    return Optional.of(new Refused(
                            "The %s would get %s sets in the week from %s; the most is %d."
                                    .formatted(words(muscle), plain(sets.of(muscle)), Days.words(week), range.most()),
                            "Take fewer sets, or another exercise."));
                }
            }
        }
        return Optional.empty();
    }

    /** From one whole week to the next. */
    private Optional<Refused> growth() {
        var range = limits.training().range();
        if (range == null) {
            return Optional.empty();
        }
        for (var week : weeks(after)) {
            var last = week.minusWeeks(1);
            if (trainingDays(before, last).isEmpty() || isLight(last)) {
                continue;
            }
            var refused = growth(range, week, sets(before, last));
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    private Optional<Refused> growth(VolumeRange range, LocalDate week, FractionalSets last) {
        var sets = sets(after, week);
        var known = sets(before, week);
        for (var muscle : Muscle.values()) {
            double most = Math.max(known.of(muscle), last.of(muscle) + range.perWeek());
            if (last.of(muscle) > 0 && sets.of(muscle) > most) {
                return Optional.of(new Refused(
                        "The %s would go from %s sets a week to %s at once."
                                .formatted(words(muscle), plain(last.of(muscle)), plain(sets.of(muscle))),
                        "Up to %s are possible in the week from %s.".formatted(plain(most), Days.words(week))));
            }
        }
        return Optional.empty();
    }

    private Optional<Refused> longestRun() {
        double most = RunningLimits.singleRun(limits.training().longestRun());
        for (var entry : after) {
            int minutes = runMinutes(entry);
            boolean grew =
                    before.stream().noneMatch(known -> known.id().equals(entry.id()) && runMinutes(known) >= minutes);
            if (minutes > 0 && grew && minutes > most) {
                return Optional.of(new Refused(
                        "A run of %d minutes would be more than a tenth longer than your longest of 30 days, %d minutes."
                                .formatted(minutes, Math.round(limits.training().longestRun())),
                        "Up to %d minutes are possible.".formatted((int) Math.floor(most))));
            }
        }
        return Optional.empty();
    }

    /** A backstop behind the limit of the single run. */
    private Optional<Refused> weekOfRuns() {
        for (var week : weeks(after)) {
            int minutes = runMinutes(after, week);
            double reference = (runMinutes(before, week.minusWeeks(1)) + runMinutes(before, week.minusWeeks(2))) / 2.0;
            double most = RunningLimits.week(reference);
            if (reference > 0 && minutes > most && minutes > runMinutes(before, week)) {
                return Optional.of(new Refused(
                        "The week from %s would have %d minutes of running, after %d in the mean of the two before."
                                .formatted(Days.words(week), minutes, Math.round(reference)),
                        "Up to %d minutes are possible.".formatted((int) Math.floor(most))));
            }
        }
        return Optional.empty();
    }

    private static int runMinutes(List<CalendarEvent> sessions, LocalDate week) {
        return sessions.stream()
                .filter(entry -> Days.monday(entry.date()).equals(week))
                .mapToInt(TrainingLimits::runMinutes)
                .sum();
    }

    private static int runMinutes(CalendarEvent entry) {
        var cardio = entry.session().cardio();
        return cardio == null || !cardio.exerciseId().equals(RUNNING) ? 0 : cardio.minutes();
    }

    private boolean isLight(LocalDate week) {
        return before.stream()
                .anyMatch(entry -> Days.monday(entry.date()).equals(week)
                        && entry.session().light());
    }

    private FractionalSets sets(List<CalendarEvent> sessions, LocalDate week) {
        var sum = FractionalSets.none();
        for (var entry : sessions) {
            if (Days.monday(entry.date()).equals(week)) {
                for (var exercise : entry.session().exercises()) {
                    var known = limits.exercises().find(exercise.exerciseId());
                    sum = known.isPresent() ? sum.plus(known.get(), exercise.sets()) : sum;
                }
            }
        }
        return sum;
    }

    private static Set<LocalDate> weeks(List<CalendarEvent> sessions) {
        return sessions.stream().map(entry -> Days.monday(entry.date())).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<LocalDate> trainingDays(List<CalendarEvent> sessions, LocalDate week) {
        return sessions.stream()
                .map(CalendarEvent::date)
                .filter(day -> Days.monday(day).equals(week))
                .collect(Collectors.toSet());
    }

    /** Days of the same weeks on which each changed session would be possible as things are. */
    private String freeDays() {
        Map<UUID, CalendarEvent> known = new HashMap<>();
        before.forEach(entry -> known.put(entry.id(), entry));
        var moved = after.stream()
                .filter(entry -> !entry.equals(known.get(entry.id())))
                .toList();
        if (moved.size() != 1) {
            return "Leave a day between them, or call one of them off.";
        }
        var session = moved.getFirst();
        var stays = stacked(before);
        var monday = Days.monday(session.date());
        var free = new TreeSet<LocalDate>();
        for (var day = monday; day.isBefore(monday.plusDays(DAYS_OF_WEEK)); day = day.plusDays(1)) {
            var tried = day;
            var there = after.stream()
                    .map(entry -> entry == session ? entry.movedTo(tried, entry.startTime()) : entry)
                    .toList();
            if (!day.isBefore(limits.today()) && !day.isAfter(limits.lastDay()) && stays.containsAll(stacked(there))) {
                free.add(day);
            }
        }
        return free.isEmpty()
                ? "No day of that week is free for it; call it off, or choose another week."
                : "Possible that week: %s."
                        .formatted(free.stream().map(Days::words).collect(Collectors.joining(", ")));
    }

    private static String words(Muscle muscle) {
        return muscle.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String plain(double sets) {
        return sets == Math.rint(sets) ? Integer.toString((int) sets) : Double.toString(sets);
    }
}
