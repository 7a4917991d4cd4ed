package dev.trellis.web;

import dev.trellis.assessment.Onboardings;
import dev.trellis.identity.People;
import dev.trellis.identity.Person;
import dev.trellis.interventions.InterventionPeriod;
import dev.trellis.interventions.InterventionPeriods;
import dev.trellis.interventions.PeriodStatus;
import dev.trellis.interventions.outcome.PeriodStanding;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.programs.CalendarReads;
import dev.trellis.safety.SafetyCheckIn;
import dev.trellis.tracking.ContextDay;
import dev.trellis.tracking.ContextLog;
import dev.trellis.web.TodayView.DayLog;
import dev.trellis.web.TodayView.Over;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/** Gathers what stands on the page of today from every module that has a part in it; in one transaction. */
@ApplicationScoped
class TodayReader {
    private static final Duration LATELY = Duration.ofDays(7);
    private static final int MORNING = 5;
    private static final int AFTERNOON = 12;
    private static final int EVENING = 18;

    private final Database database;
    private final People people;
    private final InterventionPeriods periods;
    private final CheckInCards cards;
    private final ContextLog log;
    private final SafetyCheckIn safety;
    private final Onboardings onboardings;
    private final CalendarReads calendar;
    private final InstantSource clock;

    TodayReader(
            Database database,
            People people,
            InterventionPeriods periods,
            CheckInCards cards,
            ContextLog log,
            SafetyCheckIn safety,
            Onboardings onboardings,
            CalendarReads calendar,
            InstantSource clock) {
        this.database = database;
        this.people = people;
        this.periods = periods;
        this.cards = cards;
        this.log = log;
        this.safety = safety;
        this.onboardings = onboardings;
        this.calendar = calendar;
        this.clock = clock;
    }

    TodayView of(Actor actor) {
        return database.as(actor, tx -> {
            var now = clock.instant();
            var person = people.me(actor);
            var today = person.days().dayOf(now);
            var open = periods.open(actor);
            var going = open.stream()
                    .filter(period -> period.status() == PeriodStatus.ACTIVE)
                    .toList();
            var over = going.stream()
                    .filter(period -> !isWithin(period, today))
                    .map(period -> over(actor, period, today.minusDays(1)))
                    .toList();
            var state = safety.recent(actor);
            var calm = state.messages().isEmpty();
            return new TodayView(
                    greeting(person, now),
                    today,
                    Duration.between(now, person.days().startOf(today.plusDays(1)))
                            .toMillis(),
                    state,
                    calm,
                    onboardings.mine(actor),
                    going.stream()
                            .filter(period -> isWithin(period, today))
                            .map(period -> cards.card(actor, period, today))
                            .toList(),
                    open.stream()
                            .filter(period -> period.status() == PeriodStatus.PAUSED)
                            .toList(),
                    over,
                    finished(actor, now),
                    calendar.lines(actor, today, today),
                    dayLog(actor, today, going.size() == over.size()));
        });
    }

    private Over over(Actor actor, InterventionPeriod period, LocalDate yesterday) {
        var missing = cards.standing(actor, period.id()).stream()
                .anyMatch(standing -> standing.yesterday() == PeriodStanding.Yesterday.MISSING);
        return new Over(period, missing && isWithin(period, yesterday));
    }

    private List<InterventionPeriod> finished(Actor actor, Instant now) {
        return periods.history(actor, PageRequest.of(null, null)).items().stream()
                .filter(period -> period.status() == PeriodStatus.COMPLETED)
                .filter(period ->
                        period.completedAt() != null && period.completedAt().isAfter(now.minus(LATELY)))
                .toList();
    }

    private DayLog dayLog(Actor actor, LocalDate day, boolean withMood) {
        var known = log.day(actor, day).map(ContextLog.LoggedDay::context);
        var said = known.orElse(ContextDay.SILENT);
        var form = Form.empty()
                .with("mood", said.mood())
                .with("sleep_hours", said.sleepHours())
                .with("stress", said.stress())
                .with("energy", said.energy())
                .with("pain", said.pain());
        return new DayLog(day, withMood, known.isPresent(), form);
    }

    private static String greeting(Person person, Instant now) {
        var hour = now.atZone(person.days().zone()).getHour();
        var time = hour < MORNING || hour >= EVENING ? "evening" : hour < AFTERNOON ? "morning" : "afternoon";
        return "Good " + time + ", " + person.displayName();
    }

    private static boolean isWithin(InterventionPeriod period, LocalDate day) {
        return !day.isBefore(period.startDate()) && day.isBefore(period.endDate());
    }
}
