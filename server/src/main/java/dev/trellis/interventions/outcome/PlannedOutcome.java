package dev.trellis.interventions.outcome;

import java.time.LocalDate;

/**
 * The one outcome a person chose to watch before starting (domain 07.5), and what was recorded of it.
 *
 * @param name                                 such as {@code mood}, {@code sleep_h}, {@code stress}, {@code pain} or a tracker's name
 * @param baselineFrom                         first day of the baseline, which lasts until the day before the start
 * @param baseline                             values before the start; others are left out
 * @param during                               values on counted days of the period; others are left out
 * @param otherInterventionStartedWithin3Days  true makes the effect "confounded": two changes cannot be told apart
 */
public record PlannedOutcome(
        String name,
        Benefit benefit,
        LocalDate baselineFrom,
        DailyValues baseline,
        DailyValues during,
        boolean otherInterventionStartedWithin3Days) {

    private static final int LONGEST_NAME = 100;

    /** Refuses a name that is blank or longer than 100 characters. */
    public PlannedOutcome {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("an outcome needs a name of 1 to " + LONGEST_NAME + " characters");
        }
    }
}
