package dev.trellis.adaptation;

import dev.trellis.adaptation.daily.IllnessCourse;
import dev.trellis.identity.People;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.CalendarEvent.Kind;
import dev.trellis.safety.SafetyHolds;
import dev.trellis.tracking.Activities;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads everything a day is decided from. */
@ApplicationScoped
class DayReader {
    private static final int WEEK = 7;
    private static final int SECONDS = 60;

    private final Calendar calendar;
    private final ContextReader context;
    private final DoneStore done;
    private final Activities activities;
    private final EnergyInForce energy;
    private final SafetyHolds holds;
    private final AdaptationChoices choices;
    private final OverrideStore overrides;
    private final People people;
    private final InstantSource clock;

    DayReader(
            Calendar calendar,
            ContextReader context,
            DoneStore done,
            Activities activities,
            EnergyInForce energy,
            SafetyHolds holds,
            AdaptationChoices choices,
            OverrideStore overrides,
            People people,
            InstantSource clock) {
        this.calendar = calendar;
        this.context = context;
        this.done = done;
        this.activities = activities;
        this.energy = energy;
        this.holds = holds;
        this.choices = choices;
        this.overrides = overrides;
        this.people = people;
        this.clock = clock;
    }

    DaySituation read(Handle tx, UUID userId, RunningProgram program, LocalDate day) {
        var entries = calendar.lockBetween(tx, userId, day, day).stream()
                .filter(event -> event.status() == CalendarEvent.Status.PLANNED)
                .toList();
        var doneItems = done.doneAmong(
                tx, userId, entries.stream().map(CalendarEvent::itemId).toList());
        var history = context.history(tx, userId, day);
        return new DaySituation(
                program,
                day,
                clock.instant(),
                people.days(tx, userId),
                context.told(tx, userId, day),
                history,
                IllnessCourse.of(history, day, ill -> done.sessionsAfter(tx, userId, ill)),
                holds.current(tx, userId).isPresent(),
                entries.stream()
                        .filter(event -> event.kind() == Kind.SESSION && !doneItems.contains(event.itemId()))
                        .toList(),
                entries.stream().filter(event -> event.kind() == Kind.MEAL).toList(),
                doneItems,
                food(tx, userId, program, day),
                extraMinutes(tx, userId, day),
                choices.of(tx, userId),
                overrides.automatic(tx, userId, day.minusDays(WEEK - 1), day));
    }

    private DaySituation.@Nullable Food food(Handle tx, UUID userId, RunningProgram program, LocalDate day) {
        var eating = program.eating();
        if (eating == null || !eating.showNumbers()) {
            return null;
        }
        return new DaySituation.Food(
                energy.target(tx, userId, program, day),
                energy.floor(tx, userId, program, day),
                energy.maintenance(tx, userId, program));
    }

    /** Of what was done beside the plan. */
    private int extraMinutes(Handle tx, UUID userId, LocalDate day) {
        return activities.between(tx, userId, day, day).stream()
                        .filter(activity -> activity.plannedSessionInstanceId() == null)
                        .mapToInt(activity -> activity.durationS())
                        .sum()
                / SECONDS;
    }
}
