package dev.trellis.demo;

import dev.trellis.assessment.Intakes;
import dev.trellis.interventions.CheckIns;
import dev.trellis.interventions.InterventionPeriod;
import dev.trellis.interventions.InterventionPeriods;
import dev.trellis.interventions.Outcome;
import dev.trellis.interventions.PeriodOutcomes;
import dev.trellis.interventions.PeriodStart;
import dev.trellis.interventions.PeriodStarts;
import dev.trellis.interventions.Recommendations;
import dev.trellis.platform.Actor;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.TrellisClock;
import dev.trellis.tracking.ContextDay;
import dev.trellis.tracking.ContextLog;
import dev.trellis.tracking.Habit;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lives a person's weeks day by day, each evening at eight by their own clock. The same seed tells the same weeks. */
@ApplicationScoped
class DemoWeeks {
    /** Days before today on which the history begins. */
    static final int DAYS = 40;

    private static final int FIRST_START = 14;
    private static final int SECOND_START = 31;
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private final Intakes intakes;
    private final Recommendations recommendations;
    private final PeriodStarts starts;
    private final InterventionPeriods periods;
    private final PeriodOutcomes outcomes;
    private final CheckIns checkIns;
    private final ContextLog context;

    DemoWeeks(
            Intakes intakes,
            Recommendations recommendations,
            PeriodStarts starts,
            InterventionPeriods periods,
            PeriodOutcomes outcomes,
            CheckIns checkIns,
            ContextLog context) {
        this.intakes = intakes;
        this.recommendations = recommendations;
        this.starts = starts;
        this.periods = periods;
        this.outcomes = outcomes;
        this.checkIns = checkIns;
        this.context = context;
    }

    /** Who lives here, and under which id. */
    record Resident(DemoPerson person, Actor actor, RandomGenerator chance) {}

    /** Lives one day of one person; {@code index} counts from the beginning of the history. */
    void live(Resident resident, LocalDate day, int index) {
        var evening = day.atTime(EVENING)
                .atZone(ZoneId.of(resident.person().timeZone()))
                .toInstant();
        TrellisClock.<@Nullable Void>at(evening, () -> {
            if (index == FIRST_START) {
                begin(resident, resident.person().first(), true);
            }
            if (index == SECOND_START) {
                giveFeedback(resident);
                begin(resident, resident.person().second(), false);
            }
            var open = periods.open(resident.actor());
            open.forEach(period -> checkIn(resident, period, day));
            log(resident, day, index);
            return null;
        });
    }

    private void begin(Resident resident, DemoPerson.Trial trial, boolean asks) {
        @Nullable UUID intakeId = null;
        if (asks) {
            intakeId = intakes.take(resident.actor(), resident.person().intake())
                    .intake()
                    .id();
            recommendations
                    .propose(resident.actor(), intakeId, 5)
                    .ifPresent(proposal -> recommendations.show(resident.actor(), proposal));
        }
        var result = starts.start(
                resident.actor(),
                new PeriodStart.Command(
                        intakeId,
                        trial.interventionId(),
                        null,
                        null,
                        14,
                        null,
                        resident.person().outcome(),
                        trial.answers()));
        if (!(result instanceof PeriodStart.Started)) {
            throw new IllegalStateException(
                    "the demo cannot start intervention " + trial.interventionId() + ": " + result);
        }
    }

    private void giveFeedback(Resident resident) {
        periods.history(resident.actor(), PageRequest.of(1, null)).items().stream()
                .map(InterventionPeriod::id)
                .forEach(id -> outcomes.feedback(
                        resident.actor(), id, resident.person().feedback()));
    }

    private void checkIn(Resident resident, InterventionPeriod period, LocalDate day) {
        var chance = resident.chance();
        // A day forgotten now and then, as people do.
        if (chance.nextDouble() > 0.5 + resident.person().diligence() / 2) {
            return;
        }
        var done = checkIns.habits(resident.actor(), period.id()).stream()
                .collect(Collectors.toMap(
                        Habit::id,
                        habit -> chance.nextDouble() < resident.person().diligence()));
        var lift =
                resident.person().outcome() == Outcome.MOOD ? resident.person().lift() : 0.3;
        checkIns.record(
                resident.actor(), period.id(), day, new CheckIns.CheckIn(done, points(chance, 3.1 + lift), null));
    }

    private void log(Resident resident, LocalDate day, int index) {
        var chance = resident.chance();
        if (chance.nextDouble() < 0.08) {
            return;
        }
        var during = index >= FIRST_START;
        Function<Outcome, Double> lift =
                outcome -> during && outcome == resident.person().outcome()
                        ? resident.person().lift()
                        : 0.0;
        var sleep = 6.4 + lift.apply(Outcome.SLEEP_HOURS) + chance.nextGaussian() * 0.6;
        var mood = index < FIRST_START ? points(chance, 3.1) : null;
        context.write(
                resident.actor(),
                day,
                ContextDay.SILENT.saying(
                        mood,
                        BigDecimal.valueOf(Math.clamp(sleep, 3, 11)).setScale(1, RoundingMode.HALF_UP),
                        points(chance, 3.4 - lift.apply(Outcome.STRESS)),
                        points(chance, 3.0),
                        null));
    }

    /** A value on a scale of 1 to 5 around a centre. */
    private static int points(RandomGenerator chance, double centre) {
        return (int) Math.clamp(Math.round(centre + chance.nextGaussian() * 0.7), 1, 5);
    }
}
