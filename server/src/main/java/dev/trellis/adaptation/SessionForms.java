package dev.trellis.adaptation;

import dev.trellis.adaptation.daily.DaySession;
import dev.trellis.adaptation.daily.DaySession.Work;
import dev.trellis.programs.CalendarDetail.ExerciseDetail;
import dev.trellis.programs.CalendarDetail.SessionDetail;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.training.Exercise;
import dev.trellis.programs.training.Exercises;
import dev.trellis.programs.training.PlannedCardio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A session as the calendar holds it, and as the rules of a day read it; both ways. */
final class SessionForms {
    private static final int WARM_UP_MINUTES = 8;

    private final Exercises exercises;

    SessionForms(Exercises exercises) {
        this.exercises = exercises;
    }

    /** As the rules read it. */
    DaySession read(SessionDetail session) {
        var cardio = session.cardio();
        return new DaySession(
                session.exercises().stream()
                        .map(one ->
                                new Work(exercises.get(one.exerciseId()), one.sets(), one.inReserve(), one.loadKg()))
                        .toList(),
                cardio == null ? 0 : cardio.easyMinutes(),
                cardio == null ? 0 : cardio.hardMinutes(),
                session.note());
    }

    /** As the calendar holds it; what leaves nothing to do is not waited for. */
    CalendarEvent written(CalendarEvent event, DaySession after) {
        var planned = event.session();
        var written = written(planned, after);
        boolean nothingLeft = written.exercises().isEmpty() && written.cardio() == null;
        return nothingLeft ? event.with(written).with(CalendarEvent.Status.OFF) : event.with(written);
    }

    private SessionDetail written(SessionDetail planned, DaySession after) {
        var left = new ArrayList<>(planned.exercises());
        left.removeIf(one ->
                after.exercises().stream().anyMatch(work -> work.exercise().id().equals(one.exerciseId())));
        var done = after.exercises().stream()
                .map(work -> exercise(planned, work, left))
                .toList();
        var cardio = cardio(planned.cardio(), after);
        return new SessionDetail(
                planned.kind(),
                planned.weekNumber(),
                planned.light(),
                planned.hard() && done.equals(planned.exercises()),
                minutes(planned, after),
                done,
                cardio,
                after.note());
    }

    private ExerciseDetail exercise(SessionDetail planned, Work work, List<ExerciseDetail> left) {
        return planned.exercises().stream()
                .filter(one -> one.exerciseId().equals(work.exercise().id()))
                .findFirst()
                .map(one -> changed(one, work))
                .orElseGet(() -> replaced(planned, work, left));
    }

    static ExerciseDetail changed(ExerciseDetail one, Work work) {
        return new ExerciseDetail(
                one.exerciseId(),
                one.name(),
                one.slot(),
                work.sets(),
                one.repMin(),
                one.repMax(),
                one.timed(),
                work.inReserve(),
                one.restSeconds(),
                one.percentLow(),
                one.percentHigh(),
                work.loadKg());
    }

    /** In the place of one that is gone, one of the same movement if there is one; with repetitions of its own. */
    private ExerciseDetail replaced(SessionDetail planned, Work work, List<ExerciseDetail> left) {
        var exercise = work.exercise();
        var instead = left.stream()
                .filter(one -> exercises.get(one.exerciseId()).pattern() == exercise.pattern())
                .findFirst()
                .or(() -> left.stream().findFirst());
        instead.ifPresent(left::remove);
        var model = instead.orElseGet(() -> planned.exercises().getFirst());
        return new ExerciseDetail(
                exercise.id(),
                exercise.name(),
                model.slot(),
                work.sets(),
                exercise.repMin(),
                exercise.repMax(),
                exercise.isTimed(),
                work.inReserve(),
                model.restSeconds(),
                model.percentLow(),
                model.percentHigh(),
                work.loadKg());
    }

    private static @Nullable PlannedCardio cardio(@Nullable PlannedCardio planned, DaySession after) {
        return planned == null || after.cardioMinutes() == 0
                ? null
                : new PlannedCardio(planned.exerciseId(), after.easyMinutes(), after.hardMinutes(), planned.runWalk());
    }

    /** Cardio takes its minutes; sets take their share of what is left after warming up. */
    private static int minutes(SessionDetail planned, DaySession after) {
        if (planned.sets() == 0 || after.sets() == 0) {
            return after.cardioMinutes();
        }
        return Math.round(
                WARM_UP_MINUTES + (planned.minutes() - WARM_UP_MINUTES) * (float) after.sets() / planned.sets());
    }

    /** The exercise of an id, if it is still known. */
    Optional<Exercise> find(String id) {
        return exercises.all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Whether every exercise of the session is still known. */
    boolean knows(SessionDetail session) {
        return session.exercises().stream()
                .allMatch(one -> find(one.exerciseId()).isPresent());
    }
}
