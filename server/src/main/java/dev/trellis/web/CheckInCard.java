package dev.trellis.web;

import dev.trellis.interventions.outcome.PeriodStanding;
import dev.trellis.interventions.outcome.PeriodStanding.Yesterday;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.tracking.Habit;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day of a period to check in.
 *
 * @param due the habits that belong to this day
 * @param others those that do not, in case somebody did one anyway
 * @param written whether the day has a check-in
 * @param done how many habits are ticked, out of {@code expected}: those due, and those done on top
 * @param standing how the period goes on the whole; absent while somebody may be in danger
 * @param form what is ticked and written
 */
public record CheckInCard(
        UUID periodId,
        String name,
        LocalDate day,
        LocalDate lastDay,
        int plannedDays,
        List<Habit> due,
        List<Habit> others,
        boolean written,
        int done,
        int expected,
        @Nullable PeriodStanding standing,
        Form form) {
    private static final List<Option> MOODS = Option.scale("Bad", "Low", "So-so", "Good", "Great");

    /** The steps of the mood, from bad to good. */
    public List<Option> moods() {
        return MOODS;
    }

    /** Whether yesterday counts, can still be written, and was not. */
    public boolean yesterdayMissing() {
        return standing != null && standing.yesterday() == Yesterday.MISSING;
    }

    /** Whether yesterday counts and was written; it can still be changed. */
    public boolean yesterdayWritten() {
        return standing != null && standing.yesterday() == Yesterday.CHECKED_IN;
    }

    /** The day before. */
    public LocalDate yesterday() {
        return day.minusDays(1);
    }

    /** The page of the day before. */
    public String yesterdayAddress() {
        return "/app/today/" + periodId + "/" + yesterday();
    }

    /** Where the form goes, and where the day has a page of its own. */
    public String action() {
        return "/app/today/" + periodId + "/" + day;
    }

    /** The part of the page that says whether it is saved. */
    public String target() {
        return "#saved-" + periodId;
    }

    /** Whether the habit is ticked. */
    public boolean isDone(Habit habit) {
        return form.has("habits", habit.id().toString());
    }

    /** Whether this is the last day. */
    public boolean last() {
        return day.equals(lastDay);
    }

    /** The card with what was typed. */
    CheckInCard with(Form typed) {
        return new CheckInCard(
                periodId, name, day, lastDay, plannedDays, due, others, written, done, expected, standing, typed);
    }
}
