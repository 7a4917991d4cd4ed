package dev.trellis.web;

import dev.trellis.interventions.CheckIns;
import dev.trellis.interventions.DailyProgress;
import dev.trellis.interventions.InterventionPeriod;
import dev.trellis.interventions.InterventionPeriods;
import dev.trellis.interventions.PeriodStandings;
import dev.trellis.interventions.outcome.PeriodStanding;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.safety.SafetyCheckIn;
import dev.trellis.tracking.Habit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes the form of a day of a period: what is due, and what was said of it already. */
@ApplicationScoped
class CheckInCards {
    private final Database database;
    private final InterventionPeriods periods;
    private final PeriodStandings standings;
    private final CheckIns checkIns;
    private final SafetyCheckIn safety;

    CheckInCards(
            Database database,
            InterventionPeriods periods,
            PeriodStandings standings,
            CheckIns checkIns,
            SafetyCheckIn safety) {
        this.database = database;
        this.periods = periods;
        this.standings = standings;
        this.checkIns = checkIns;
        this.safety = safety;
    }

    Optional<CheckInCard> find(Actor actor, UUID periodId, LocalDate day) {
        return database.as(actor, tx -> periods.find(actor, periodId).map(period -> card(actor, period, day)));
    }

    CheckInCard card(Actor actor, InterventionPeriod period, LocalDate day) {
        var habits = checkIns.habits(actor, period.id());
        var said = checkIns.find(actor, period.id(), day);
        var ticked = ticked(habits, said);
        var due = habits.stream().filter(habit -> habit.isDueOn(day)).toList();
        var others = habits.stream().filter(habit -> !habit.isDueOn(day)).toList();
        var doneOnTop = others.stream().filter(ticked::contains).count();
        return new CheckInCard(
                period.id(),
                period.interventionName(),
                day,
                period.lastDay(),
                period.plannedDurationDays(),
                due,
                others,
                said.isPresent(),
                ticked.size(),
                due.size() + (int) doneOnTop,
                isCalm(actor) ? standing(actor, period.id()).orElse(null) : null,
                Form.empty()
                        .withAll(
                                "habits",
                                ticked.stream()
                                        .map(habit -> habit.id().toString())
                                        .toList())
                        .with("mood", said.map(DailyProgress::mood).orElse(null))
                        .with("note", said.map(DailyProgress::note).orElse(null)));
    }

    Optional<PeriodStanding> standing(Actor actor, UUID periodId) {
        return standings.today(actor, periodId);
    }

    /** Who may be in danger is told whom to call, and not how many days in a row. */
    private boolean isCalm(Actor actor) {
        return safety.recent(actor).messages().isEmpty();
    }

    private static List<Habit> ticked(List<Habit> habits, Optional<DailyProgress> said) {
        var flags = said.map(DailyProgress::habits).orElse(Map.of());
        return habits.stream()
                .filter(habit -> flags.getOrDefault(habit.id(), false))
                .toList();
    }
}
