package dev.trellis.students.risk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;

/** Days on which a trainer can be expected to act: Monday to Friday, outside published breaks. */
public final class WorkingDays {
    private static final int LONGEST_BREAK = 366;

    private WorkingDays() {}

    /** The day that is so many working days after this one. */
    public static LocalDate after(LocalDate day, int workingDays, Predicate<LocalDate> isBreak) {
        var left = workingDays;
        var reached = day;
        for (var looked = 0; left > 0 && looked < LONGEST_BREAK; looked++) {
            reached = reached.plusDays(1);
            if (isWorkingDay(reached) && !isBreak.test(reached)) {
                left--;
            }
        }
        return reached;
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
