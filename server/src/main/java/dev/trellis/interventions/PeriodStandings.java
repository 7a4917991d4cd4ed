package dev.trellis.interventions;

import dev.trellis.identity.People;
import dev.trellis.interventions.outcome.DailyRecord;
import dev.trellis.interventions.outcome.DayRange;
import dev.trellis.interventions.outcome.PeriodDays;
import dev.trellis.interventions.outcome.PeriodStanding;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** How far a person is in a period that goes on: which day it is, and on how many of them they checked in. */
@ApplicationScoped
public class PeriodStandings {
    private final Database database;
    private final PeriodStore periods;
    private final ProgressStore progress;
    private final People people;
    private final InstantSource clock;

    PeriodStandings(
            Database database, PeriodStore periods, ProgressStore progress, People people, InstantSource clock) {
        this.database = database;
        this.periods = periods;
        this.progress = progress;
        this.people = people;
        this.clock = clock;
    }

    /** Where the person stands today; empty when they have no such period, or it is over. */
    public Optional<PeriodStanding> today(Actor actor, UUID periodId) {
        return database.as(
                actor,
                tx -> periods.find(tx, actor.userId(), periodId)
                        .filter(InterventionPeriod::isOpen)
                        .map(period -> standing(tx, actor.userId(), period)));
    }

    private PeriodStanding standing(Handle tx, UUID userId, InterventionPeriod period) {
        var today = people.days(tx, userId).dayOf(clock.instant());
        var pauses = periods.pauses(tx, userId, List.of(period.id())).stream()
                .map(pause -> range(pause, period, today))
                .toList();
        var records = progress.all(tx, userId, period.id()).stream()
                .map(day -> new DailyRecord(day.day(), day.completion(), day.mood()))
                .toList();
        var days = new PeriodDays(period.startDate(), period.endDate(), today, pauses);
        return PeriodStanding.of(days, records, today);
    }

    /** A pause that goes on reaches past everything there is to count. */
    private static DayRange range(PeriodStore.Pause pause, InterventionPeriod period, LocalDate today) {
        var later = period.endDate().isAfter(today) ? period.endDate() : today;
        var until = pause.resumedOn() == null ? later.plusDays(1) : pause.resumedOn();
        return new DayRange(pause.pausedOn(), until.isBefore(pause.pausedOn()) ? pause.pausedOn() : until);
    }
}
