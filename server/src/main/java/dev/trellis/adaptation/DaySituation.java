package dev.trellis.adaptation;

import dev.trellis.adaptation.daily.IllnessCourse;
import dev.trellis.adaptation.daily.Readiness;
import dev.trellis.adaptation.daily.ReadinessHistory;
import dev.trellis.platform.PersonDays;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.tracking.ContextDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything a day is decided from.
 *
 * @param told       of this very day; null when nothing was
 * @param sessions   of the day that are waited for and not done
 * @param meals      of the day that are waited for
 * @param done       ids of planned sessions that were done and of planned meals that were eaten
 * @param food       null where there are no targets, or none that may be shown
 * @param safetyHold an event that comes before everything else is open
 */
record DaySituation(
        RunningProgram program,
        LocalDate day,
        Instant now,
        PersonDays days,
        @Nullable ContextDay told,
        ReadinessHistory history,
        IllnessCourse illness,
        boolean safetyHold,
        List<CalendarEvent> sessions,
        List<CalendarEvent> meals,
        Set<UUID> done,
        @Nullable Food food,
        int extraMinutes,
        AdaptationSettings settings,
        int autoInSevenDays) {
    /** What the day brings in kcal, the least it may, and what keeps the weight. */
    record Food(int kcal, int floor, int maintenance) {}

    Optional<Readiness> readiness() {
        return history.on(day);
    }

    /** When the first session begins by plan, if it has a time. */
    Optional<Instant> start() {
        return sessions.stream()
                .map(CalendarEvent::startTime)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(time -> {
                    // Whoever's day begins at four trains at one o'clock at its end.
                    var date = time.isBefore(days.dayStart()) ? day.plusDays(1) : day;
                    return date.atTime(time).atZone(days.zone()).toInstant();
                });
    }

    Instant end() {
        return days.startOf(day.plusDays(1));
    }

    boolean hasStarted() {
        return start().filter(its -> !its.isAfter(now)).isPresent() || !end().isAfter(now);
    }

    @Nullable
    Integer minutesToStart() {
        return start().map(its -> (int) Duration.between(now, its).toMinutes()).orElse(null);
    }

    OverrideInputs inputs(List<String> advice) {
        var readiness = readiness();
        var share = illness.returnShare();
        return new OverrideInputs(
                told,
                readiness.map(its -> Math.round(100 * its.value()) / 100.0).orElse(null),
                readiness.map(its -> Words.of(its.band())).orElse(null),
                readiness.map(Readiness::coverage).orElse(null),
                readiness.map(Readiness::z).orElse(null),
                Words.of(illness.today()),
                illness.daysIll(),
                share.isPresent() ? share.getAsDouble() : null,
                history.lowDaysUpTo(day),
                history.strainedDaysUpTo(day),
                food == null ? null : food.kcal(),
                food == null ? null : food.floor(),
                food == null ? null : food.maintenance(),
                minutesToStart(),
                autoInSevenDays,
                settings.autoAdjust(),
                advice);
    }
}
