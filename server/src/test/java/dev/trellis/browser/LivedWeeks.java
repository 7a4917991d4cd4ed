package dev.trellis.browser;

import dev.trellis.interventions.CheckIns;
import dev.trellis.interventions.InterventionPeriod;
import dev.trellis.interventions.Outcome;
import dev.trellis.interventions.PeriodStart;
import dev.trellis.interventions.PeriodStarts;
import dev.trellis.platform.Actor;
import dev.trellis.testing.TestClock;
import dev.trellis.testing.WebPerson;
import dev.trellis.tracking.ContextDay;
import dev.trellis.tracking.ContextLog;
import dev.trellis.tracking.Habit;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Weeks that have been lived when a page is opened: moods before, check-ins during, and the clock moved along. */
@ApplicationScoped
class LivedWeeks {
    /** An intervention of the catalogue that asks no questions: thirty minutes of winding down, 14 days, three habits. */
    private static final int WIND_DOWN = 5;

    private static final List<Integer> MOODS_BEFORE = List.of(3, 3, 2, 3, 4, 3, 2, 3, 3, 2, 3, 3, 4, 3);
    private static final List<Integer> MOODS_DURING = List.of(3, 4, 4, 3, 4, 5, 4, 3, 4, 4, 4, 5, 4, 4);

    private final PeriodStarts starts;
    private final CheckIns checkIns;
    private final ContextLog context;
    private final TestClock clock;

    LivedWeeks(PeriodStarts starts, CheckIns checkIns, ContextLog context, TestClock clock) {
        this.starts = starts;
        this.checkIns = checkIns;
        this.context = context;
        this.clock = clock;
    }

    /** The person, for use cases; ask before the clock moves, for the log-in of the API ends. */
    static Actor actor(WebPerson person) {
        return Actor.person(person.api().get("/me").id());
    }

    /** Notes a mood, and how long the night was, on each of the 14 days before today. */
    void before(Actor actor) {
        for (var index = 0; index < MOODS_BEFORE.size(); index++) {
            var day = today().minusDays(MOODS_BEFORE.size() - index);
            context.write(
                    actor, day, ContextDay.SILENT.saying(MOODS_BEFORE.get(index), hours(index), null, null, null));
        }
    }

    /** Starts the wind-down today. */
    InterventionPeriod start(Actor actor) {
        var command = new PeriodStart.Command(null, WIND_DOWN, null, null, 14, null, Outcome.MOOD, Map.of());
        return ((PeriodStart.Started) starts.start(actor, command)).period();
    }

    /** Checks in on these many days from today on; every fifth day is forgotten. The clock stands on the last one. */
    void live(Actor actor, UUID period, int days) {
        var habits = checkIns.habits(actor, period);
        for (var index = 0; index < days; index++) {
            if (index > 0) {
                clock.advance(Duration.ofDays(1));
            }
            if (index % 5 != 4) {
                checkIn(actor, period, habits, index);
            }
            context.write(actor, today(), ContextDay.SILENT.saying(null, hours(index + 3), null, null, null));
        }
    }

    private void checkIn(Actor actor, UUID period, List<Habit> habits, int index) {
        var done =
                habits.stream().collect(Collectors.toMap(Habit::id, habit -> (habits.indexOf(habit) + index) % 4 != 0));
        @Nullable Integer mood = MOODS_DURING.get(index % MOODS_DURING.size());
        checkIns.record(actor, period, today(), new CheckIns.CheckIn(done, mood, null));
    }

    /** The test's own today. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static BigDecimal hours(int index) {
        return BigDecimal.valueOf(6 + index % 5 * 0.5);
    }
}
