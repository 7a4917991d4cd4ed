package dev.trellis.programs.training;

import dev.trellis.programs.training.TrainingProfile.RunningHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Minutes of every run of a program (domain 02.6). The cap on a single run comes first, the weekly one behind it; every
 * fourth week is lighter, and neither counts as a week to grow from.
 */
final class RunningWeeks {
    private static final double FIRST_RUN_MINUTES = 24;
    private static final int LIGHTER_EVERY = 4;
    private static final double LIGHTER = 0.75;
    private static final int WEEKS_IN_30_DAYS = 4;

    private RunningWeeks() {}

    /** Of each week the minutes of one run; {@code growing} false keeps what there is. */
    static List<Integer> of(RunningHistory history, int weeks, int runsPerWeek, int sessionMinutes, boolean growing) {
        double left = RunningLimits.afterBreak(history.breakDays());
        boolean starts = history.weekMinutes() == 0;
        double week = starts ? FIRST_RUN_MINUTES * runsPerWeek : left * history.weekMinutes();
        double longest = starts ? FIRST_RUN_MINUTES : left * history.longestMinutes();
        var full = new ArrayList<>(List.of(week, week));
        var lately = new ArrayList<>(Collections.nCopies(WEEKS_IN_30_DAYS, longest));
        var minutes = new ArrayList<Integer>();
        for (var number = 1; number <= weeks; number++) {
            double reference = (full.get(full.size() - 1) + full.get(full.size() - 2)) / 2;
            boolean lighter = number % LIGHTER_EVERY == 0;
            boolean grows = growing && number > 1;
            double wanted = lighter ? LIGHTER * reference : grows ? RunningLimits.week(reference) : reference;
            double longestLately = Collections.max(lately.subList(lately.size() - WEEKS_IN_30_DAYS, lately.size()));
            double run = Math.min(sessionMinutes, wanted / runsPerWeek);
            run = Math.min(run, starts && number == 1 ? FIRST_RUN_MINUTES : RunningLimits.singleRun(longestLately));
            int whole = (int) Math.floor(run);
            minutes.add(whole);
            lately.add((double) whole);
            if (!lighter) {
                full.add(run * runsPerWeek);
            }
        }
        return minutes;
    }
}
