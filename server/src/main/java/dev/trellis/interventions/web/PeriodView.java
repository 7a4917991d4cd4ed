package dev.trellis.interventions.web;

import dev.trellis.interventions.InterventionPeriod;
import dev.trellis.interventions.LivedHabit;
import dev.trellis.interventions.LivedPeriod;
import dev.trellis.interventions.PeriodStatus;
import dev.trellis.interventions.outcome.EffectInBrief;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A period as a page shows it.
 *
 * @param status in words
 * @param tone the colour that goes with it
 * @param over how many of its days are over
 * @param recorded how many of those were checked in
 * @param firstDay whether it began today
 * @param pausedOn the first day of the pause that goes on; null when none does
 */
public record PeriodView(
        InterventionPeriod period,
        String address,
        String status,
        String tone,
        DayPicture picture,
        List<LivedHabit> habits,
        int total,
        int over,
        int recorded,
        LocalDate lastDay,
        boolean firstDay,
        @Nullable LocalDate pausedOn) {
    static PeriodView of(LivedPeriod lived, LocalDate today) {
        var period = lived.period();
        return new PeriodView(
                period,
                JourneyPages.address(period.id()),
                status(period.status()),
                tone(period.status()),
                DayPicture.of(lived, today),
                lived.habits(),
                lived.total(),
                lived.over(),
                lived.recorded(),
                lived.lastDay(),
                period.startDate().equals(today),
                lived.pausedOn());
    }

    /** Whether it goes on. */
    public boolean isActive() {
        return period.status() == PeriodStatus.ACTIVE;
    }

    /** Whether it rests. */
    public boolean isPaused() {
        return period.status() == PeriodStatus.PAUSED;
    }

    /** Whether it is completed. */
    public boolean isCompleted() {
        return period.status() == PeriodStatus.COMPLETED;
    }

    /** Whether it was stopped before its end. */
    public boolean isAbandoned() {
        return period.status() == PeriodStatus.ABANDONED;
    }

    /** The one thing its effect is looked for in. */
    public String watching() {
        return EffectInBrief.noun(period.outcome().wire());
    }

    /** The heading of what became of it. */
    public String changeTitle() {
        return "Did your " + watching() + " change?";
    }

    static String status(PeriodStatus status) {
        return switch (status) {
            case ACTIVE -> "Under way";
            case PAUSED -> "Paused";
            case COMPLETED -> "Completed";
            case ABANDONED -> "Stopped early";
        };
    }

    static String tone(PeriodStatus status) {
        return switch (status) {
            case ACTIVE -> "leaf";
            case PAUSED -> "sun";
            case COMPLETED -> "sky";
            case ABANDONED -> "";
        };
    }
}
