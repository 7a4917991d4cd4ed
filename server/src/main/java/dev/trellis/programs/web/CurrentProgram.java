package dev.trellis.programs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.programs.ProgramStanding;
import dev.trellis.programs.energy.MacroTargets.Macros;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * My active program, and where I stand in it.
 *
 * @param day      counted from 1; 0 before it begins
 * @param days     of the whole program
 * @param daysLeft until the first day after it, today included
 * @param today    what is on today
 * @param next     the next session, today's included; absent when none is near
 * @param inForce  what today's eating should bring, reviews and breaks applied; absent where no numbers are shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CurrentProgram(
        ProgramView program,
        int day,
        int days,
        int week,
        int daysLeft,
        List<CalendarLine> today,
        @Nullable CalendarLine next,
        @Nullable Macros inForce) {
    static CurrentProgram of(ProgramStanding standing, Optional<Macros> inForce) {
        return new CurrentProgram(
                ProgramView.of(standing.program()),
                standing.day(),
                standing.days(),
                standing.week(),
                standing.daysLeft(),
                standing.today().stream().map(CalendarLine::of).toList(),
                standing.next().map(CalendarLine::of).orElse(null),
                inForce.orElse(null));
    }
}
