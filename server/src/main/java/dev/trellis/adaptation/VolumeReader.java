package dev.trellis.adaptation;

import dev.trellis.adaptation.matching.AdherenceStatus;
import dev.trellis.adaptation.matching.PeriodAdherence;
import dev.trellis.adaptation.reassessment.StrengthTrend;
import dev.trellis.adaptation.reassessment.VolumeController.Signs;
import dev.trellis.adaptation.reassessment.VolumeState;
import dev.trellis.adaptation.reassessment.WeekVolume;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.training.Deload;
import dev.trellis.programs.training.OneRepMax;
import dev.trellis.safety.SafetyHolds;
import dev.trellis.tracking.Activities;
import dev.trellis.tracking.Activity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads everything a review of volume is decided from (domain 06.3). */
@ApplicationScoped
class VolumeReader {
    private static final int WINDOW = 28;
    private static final int FORTNIGHT = 14;
    private static final int WEEK = 7;
    private static final int WEEKS = 2;
    private static final int PAINFUL = 4;

    private final ContextReader context;
    private final Activities activities;
    private final DoneStore done;
    private final PlanRewriting rewriting;
    private final Calendar calendar;
    private final SafetyHolds holds;

    VolumeReader(
            ContextReader context,
            Activities activities,
            DoneStore done,
            PlanRewriting rewriting,
            Calendar calendar,
            SafetyHolds holds) {
        this.context = context;
        this.activities = activities;
        this.done = done;
        this.rewriting = rewriting;
        this.calendar = calendar;
        this.holds = holds;
    }

    /** Only of a program with training. */
    VolumeInputs read(
            Handle tx,
            UUID userId,
            RunningProgram program,
            List<ControllerStateStore.VolumeReviewed> past,
            LocalDate today,
            boolean mayIncrease) {
        var volume = Objects.requireNonNull(program.volume());
        var from = today.minusDays(FORTNIGHT);
        var items = done.strength(tx, userId, program.id(), from, today.minusDays(1));
        var adherence = PeriodAdherence.of(items);
        var week = week(tx, userId, today);
        var entries = rewriting.entries(program, week);
        int muscles = WeekVolume.byMuscle(entries).size();
        double now = WeekVolume.budget(entries);
        var before = past.isEmpty() ? VolumeState.start(now) : past.getLast().effective();
        boolean hold = holds.current(tx, userId).isPresent();
        var gate = hold ? "safety_hold" : now == 0 ? "no_strength" : adherence.isEmpty() ? "adherence_unknown" : null;
        return new VolumeInputs(
                today,
                before,
                Math.min(before.budget(), (double) volume.range().least() * muscles),
                Math.max(before.budget(), (double) volume.range().most() * muscles),
                gate == null ? (Double) adherence.getAsDouble() : null,
                (int) items.stream()
                        .filter(item -> item.status() != AdherenceStatus.UNKNOWN)
                        .count(),
                items.size(),
                signs(tx, userId, today),
                mayIncrease,
                hold,
                gate,
                null);
    }

    /** The strength sessions of the next seven days, or of the seven before where those are none or light. */
    private List<CalendarEvent> week(Handle tx, UUID userId, LocalDate today) {
        var ahead = strength(calendar.between(tx, userId, today, today.plusDays(WEEK - 1)));
        return ahead.isEmpty()
                ? strength(calendar.between(tx, userId, today.minusDays(WEEK), today.minusDays(1)))
                : ahead;
    }

    private static List<CalendarEvent> strength(List<CalendarEvent> events) {
        return events.stream()
                .filter(event -> event.kind() == CalendarEvent.Kind.SESSION
                        && event.status() == CalendarEvent.Status.PLANNED
                        && !event.session().light()
                        && !event.session().exercises().isEmpty())
                .toList();
    }

    private Signs signs(Handle tx, UUID userId, LocalDate today) {
        var from = today.minusDays(FORTNIGHT - 1);
        var history = context.history(tx, userId, today);
        boolean pain = history.between(from, today).stream()
                .anyMatch(day -> day.context().pain().values().stream().anyMatch(level -> level >= PAINFUL));
        var readiness = history.mean(from, today);
        var strength =
                StrengthTrend.percentPerWeek(bests(activities.between(tx, userId, today.minusDays(WINDOW - 1), today)));
        return new Signs(
                pain,
                readiness.isPresent() ? readiness.getAsDouble() : null,
                strength.isPresent() ? strength.getAsDouble() : null);
    }

    /** What may call for a light week before its time (domain 02.5). */
    Deload.Signs deloadSigns(Handle tx, UUID userId, VolumeInputs inputs, LocalDate today) {
        var readiness = context.history(tx, userId, today).mean(today.minusDays(WEEK - 1), today);
        var perWeek = inputs.signs().strengthPercent();
        return new Deload.Signs(
                perWeek == null ? 0 : WEEKS * perWeek,
                readiness.isPresent() ? readiness.getAsDouble() : null,
                inputs.adherence(),
                inputs.signs().pain());
    }

    private static List<StrengthTrend.Best> bests(Collection<Activity> lifted) {
        var bests = new ArrayList<StrengthTrend.Best>();
        for (var activity : lifted) {
            if (activity.exercises() == null) {
                continue;
            }
            for (var exercise : activity.exercises()) {
                for (var set : exercise.sets()) {
                    if (set.reps() == null || set.loadKg() == null || set.rir() == null) {
                        continue;
                    }
                    OneRepMax.of(set.loadKg().doubleValue(), set.reps(), set.rir())
                            .ifPresent(
                                    kg -> bests.add(new StrengthTrend.Best(activity.day(), exercise.exerciseId(), kg)));
                }
            }
        }
        return bests;
    }
}
