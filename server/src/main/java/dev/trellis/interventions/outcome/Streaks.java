package dev.trellis.interventions.outcome;

/**
 * Runs of consecutive tracked days in a period, paused days closed up (domain 07.4).
 *
 * @param current length of the run that reaches the last day, or the day before while the last day is still open
 * @param longest length of the longest run
 */
record Streaks(int current, int longest) {

    static Streaks of(TrackedDays days, boolean lastDayOver) {
        int longest = 0;
        int run = 0;
        int runBeforeLast = 0;
        for (int i = 0; i < days.total(); i++) {
            runBeforeLast = run;
            run = days.isTracked(i) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        boolean stillOpen = run == 0 && !lastDayOver;
        return new Streaks(stillOpen ? runBeforeLast : run, longest);
    }
}
