package dev.trellis.messaging;

import dev.trellis.interventions.InterventionCompleted;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a person reads when a period is complete: how long it was, by the calendar, both ends included. */
final class CompletionText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private CompletionText() {}

    static String title(InterventionCompleted completed) {
        return "You completed “" + completed.interventionName() + "”";
    }

    static String body(InterventionCompleted completed) {
        return (completed.autoCompleted() ? ended(completed) : concluded(completed))
                + " Your summary shows how it went, and what can and cannot be concluded from it.";
    }

    private static String concluded(InterventionCompleted completed) {
        return "You gave it " + days(completed) + ", " + dates(completed) + ".";
    }

    private static String ended(InterventionCompleted completed) {
        return "Its time of " + days(completed) + " is over (" + dates(completed) + "), so it was completed for you.";
    }

    private static String days(InterventionCompleted completed) {
        var days = ChronoUnit.DAYS.between(completed.startDate(), completed.lastDay()) + 1;
        return days == 1 ? "1 day" : days + " days";
    }

    private static String dates(InterventionCompleted completed) {
        return completed.startDate().equals(completed.lastDay())
                ? "on " + day(completed.startDate())
                : "from " + day(completed.startDate()) + " to " + day(completed.lastDay());
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
