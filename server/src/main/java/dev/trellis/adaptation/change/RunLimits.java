package dev.trellis.adaptation.change;

import dev.trellis.adaptation.change.Edit.Refused;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.training.RunningLimits;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Holds changed runs to how fast running may grow (domain 02.6). */
final class RunLimits {
    private static final String RUNNING = "running";

    private final double longest;
    private final List<CalendarEvent> before;
    private final List<CalendarEvent> after;

    /** @param longest minutes of the longest run of the last 30 days */
    RunLimits(double longest, List<CalendarEvent> before, List<CalendarEvent> after) {
        this.longest = longest;
        this.before = before;
        this.after = after;
    }

    Optional<Refused> broken() {
        return longestRun().or(this::weekOfRuns);
    }

    private Optional<Refused> longestRun() {
        double most = RunningLimits.singleRun(longest);
        for (var entry : after) {
            int minutes = runMinutes(entry);
            boolean grew =
                    before.stream().noneMatch(known -> known.id().equals(entry.id()) && runMinutes(known) >= minutes);
            if (minutes > 0 && grew && minutes > most) {
                return Optional.of(new Refused(
                        "A run of %d minutes would be more than a tenth longer than your longest of 30 days, %d minutes."
                                .formatted(minutes, Math.round(longest)),
                        "Up to %d minutes are possible.".formatted((int) Math.floor(most))));
            }
        }
        return Optional.empty();
    }

    /** A backstop behind the limit of the single run. */
    private Optional<Refused> weekOfRuns() {
        for (var week : TrainingLimits.weeks(after)) {
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
                .mapToInt(RunLimits::runMinutes)
                .sum();
    }

    private static int runMinutes(CalendarEvent entry) {
        var cardio = entry.session().cardio();
        return cardio == null || !cardio.exerciseId().equals(RUNNING) ? 0 : cardio.minutes();
    }
}
