package dev.trellis.adaptation;

import dev.trellis.adaptation.daily.DayContext;
import dev.trellis.adaptation.daily.Illness;
import dev.trellis.adaptation.daily.LoggedDay;
import dev.trellis.adaptation.daily.ReadinessHistory;
import dev.trellis.programs.training.InjuryRegion;
import dev.trellis.tracking.ContextDay;
import dev.trellis.tracking.ContextLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what was told of days into what the rules of a day read. */
@ApplicationScoped
class ContextReader {
    /** Four weeks of days, and the four weeks before that are the baseline of the first of them. */
    private static final int DAYS = 56;

    private static final double LONGEST_NIGHT = 16;
    private static final int BEST_AND_WORST = 6;

    private final ContextLog log;

    ContextReader(ContextLog log) {
        this.log = log;
    }

    /** Up to and with this day. */
    ReadinessHistory history(Handle tx, UUID userId, LocalDate day) {
        return ReadinessHistory.of(log.between(tx, userId, day.minusDays(DAYS), day).stream()
                .map(one -> logged(one.day(), one.context()))
                .toList());
    }

    private static LoggedDay logged(LocalDate day, ContextDay told) {
        var illness =
                told.illness() == null ? null : Illness.valueOf(told.illness().name());
        return new LoggedDay(
                day,
                context(told, illness == null ? Illness.NONE : illness),
                illness,
                told.hrvRmssd() == null ? null : told.hrvRmssd().doubleValue(),
                told.restingHeartRate() == null ? null : told.restingHeartRate().doubleValue(),
                Boolean.TRUE.equals(told.unusual()) || (illness != null && illness.stopsTraining()));
    }

    /** Who said how much energy they have need not say how tired they are: it is the same question turned round. */
    static DayContext context(ContextDay told, Illness illness) {
        var fatigue = told.fatigue() == null && told.energy() != null
                ? (Integer) (BEST_AND_WORST - told.energy())
                : told.fatigue();
        return new DayContext(
                told.sleepHours() == null
                        ? null
                        : Math.min(LONGEST_NIGHT, told.sleepHours().doubleValue()),
                told.sleepQuality(),
                told.soreness(),
                fatigue,
                told.stress(),
                told.mood(),
                illness,
                pain(told));
    }

    private static Map<InjuryRegion, Integer> pain(ContextDay told) {
        var pain = new EnumMap<InjuryRegion, Integer>(InjuryRegion.class);
        if (told.painRegions() != null) {
            told.painRegions().forEach((region, level) -> pain.put(InjuryRegion.valueOf(region.name()), level));
        }
        return pain;
    }

    /** What was told of one day. */
    @Nullable
    ContextDay told(Handle tx, UUID userId, LocalDate day) {
        return log.between(tx, userId, day, day).stream()
                .findFirst()
                .map(ContextLog.LoggedDay::context)
                .orElse(null);
    }
}
