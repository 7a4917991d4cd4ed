package dev.trellis.adaptation.change;

import dev.trellis.adaptation.change.Edit.Changed;
import dev.trellis.adaptation.change.Edit.Invalid;
import dev.trellis.adaptation.change.Edit.Nothing;
import dev.trellis.adaptation.change.Edit.Refused;
import dev.trellis.programs.CalendarDetail.ExerciseDetail;
import dev.trellis.programs.CalendarDetail.SessionDetail;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.CalendarEvent.Kind;
import dev.trellis.programs.Rounding;
import dev.trellis.programs.training.Exercise;
import dev.trellis.programs.training.Exercise.LoadType;
import dev.trellis.programs.training.MovementPattern;
import dev.trellis.programs.training.OneRepMax;
import dev.trellis.programs.training.PlannedCardio;
import dev.trellis.programs.training.SessionCapacity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes of what a session holds. */
public final class SessionEdits {
    private static final int NAMED_CHOICES = 5;

    private SessionEdits() {}

    /** More or less of it: sets of every exercise, or minutes. */
    public static Edit scale(Plan plan, CalendarEvent entry, double factor) {
        if (entry.kind() == Kind.MEAL) {
            return new Invalid("/item_id", "Sessions can be made longer or shorter; in meals, exchange foods.");
        }
        var session = entry.session();
        var scaled = session.cardio() == null ? scaledSets(session, factor) : scaledMinutes(session, factor);
        if (scaled.equals(session)) {
            return new Nothing("%s would stay as it is.".formatted(entry.title()));
        }
        return plan.tooLate(entry)
                .or(() -> DayEdits.calledOff(entry))
                .orElseGet(() -> tooLong(plan, session, scaled)
                        ? new Refused(
                                "%s would take %d minutes, and you have %d."
                                        .formatted(
                                                entry.title(),
                                                scaled.minutes(),
                                                plan.limits().training().sessionMinutes()),
                                "Take a smaller factor, or split it over two days.")
                        : plan.within(new Changed(
                                List.of(entry.with(scaled)),
                                List.of(new Difference(entry.title(), size(session), size(scaled))),
                                "%s on %s goes from %s to %s."
                                        .formatted(
                                                entry.title(),
                                                Days.words(entry.date()),
                                                size(session),
                                                size(scaled)))));
    }

    private static boolean tooLong(Plan plan, SessionDetail before, SessionDetail after) {
        return after.cardio() != null
                && after.minutes() > before.minutes()
                && after.minutes() > plan.limits().training().sessionMinutes();
    }

    private static String size(SessionDetail session) {
        return session.cardio() == null
                ? "%d sets in %d minutes".formatted(session.sets(), session.minutes())
                : "%d minutes".formatted(session.minutes());
    }

    private static SessionDetail scaledSets(SessionDetail session, double factor) {
        var exercises = session.exercises().stream()
                .map(exercise -> withSets(exercise, Math.max(1, Rounding.toWhole(factor * exercise.sets()))))
                .toList();
        int sets = exercises.stream().mapToInt(ExerciseDetail::sets).sum();
        return with(session, exercises, null, SessionCapacity.minutes(sets));
    }

    /** More is easy minutes only; less takes from both. */
    private static SessionDetail scaledMinutes(SessionDetail session, double factor) {
        var cardio = Objects.requireNonNull(session.cardio());
        int minutes = Math.max(1, Rounding.toWhole(factor * cardio.minutes()));
        int hard = Math.min(cardio.hardMinutes(), (int) Math.floor(factor * cardio.hardMinutes()));
        var scaled = new PlannedCardio(cardio.exerciseId(), minutes - hard, hard, cardio.runWalk());
        return with(session, session.exercises(), scaled, minutes);
    }

    private static SessionDetail with(
            SessionDetail session, List<ExerciseDetail> exercises, @Nullable PlannedCardio cardio, int minutes) {
        return new SessionDetail(
                session.kind(),
                session.weekNumber(),
                session.light(),
                session.hard(),
                minutes,
                exercises,
                cardio,
                session.note());
    }

    private static ExerciseDetail withSets(ExerciseDetail exercise, int sets) {
        return new ExerciseDetail(
                exercise.exerciseId(),
                exercise.name(),
                exercise.slot(),
                sets,
                exercise.repMin(),
                exercise.repMax(),
                exercise.timed(),
                exercise.inReserve(),
                exercise.restSeconds(),
                exercise.percentLow(),
                exercise.percentHigh(),
                exercise.loadKg());
    }

    /** One exercise for another. */
    public static Edit exchange(Plan plan, CalendarEvent entry, String oldId, String newId) {
        if (entry.kind() == Kind.MEAL) {
            return new Invalid("/item_id", "A meal has no exercises.");
        }
        var session = entry.session();
        var present =
                session.exercises().stream().map(ExerciseDetail::exerciseId).collect(Collectors.toSet());
        if (!present.contains(oldId)) {
            return new Invalid("/exercise_id", "%s has no such exercise.".formatted(entry.title()));
        }
        var wanted = plan.limits().exercises().find(newId).orElse(null);
        if (wanted == null || wanted.pattern() == MovementPattern.CARDIO) {
            return new Invalid("/new_exercise_id", "There is no such exercise.");
        }
        if (present.contains(newId)) {
            return new Invalid("/new_exercise_id", "%s is in this session already.".formatted(wanted.name()));
        }
        var late = plan.tooLate(entry).or(() -> DayEdits.calledOff(entry));
        if (late.isPresent()) {
            return late.get();
        }
        if (!plan.limits().training().eligibility().allows(wanted)) {
            return new Refused(
                    "%s needs something you do not have, or strains what has to be spared.".formatted(wanted.name()),
                    choices(plan, oldId, present));
        }
        var changed = new ArrayList<ExerciseDetail>();
        var old = new ArrayList<ExerciseDetail>();
        for (var exercise : session.exercises()) {
            boolean isIt = exercise.exerciseId().equals(oldId);
            changed.add(isIt ? exchanged(plan, exercise, wanted, session.light()) : exercise);
            if (isIt) {
                old.add(exercise);
            }
        }
        return plan.within(new Changed(
                List.of(entry.with(with(session, changed, session.cardio(), session.minutes()))),
                List.of(new Difference("Exercise", old.getFirst().name(), wanted.name())),
                "%s on %s has %s instead of %s."
                        .formatted(
                                entry.title(),
                                Days.words(entry.date()),
                                wanted.name(),
                                old.getFirst().name())));
    }

    private static ExerciseDetail exchanged(Plan plan, ExerciseDetail old, Exercise wanted, boolean light) {
        boolean fits = !old.timed()
                && !wanted.isTimed()
                && Math.max(old.repMin(), wanted.repMin()) <= Math.min(old.repMax(), wanted.repMax());
        int repMin = fits ? Math.max(old.repMin(), wanted.repMin()) : wanted.repMin();
        int repMax = fits ? Math.min(old.repMax(), wanted.repMax()) : wanted.repMax();
        return new ExerciseDetail(
                wanted.id(),
                wanted.name(),
                old.slot(),
                old.sets(),
                repMin,
                repMax,
                wanted.isTimed(),
                old.inReserve(),
                old.restSeconds(),
                old.percentLow(),
                old.percentHigh(),
                light ? null : load(plan, wanted, repMin, old.inReserve()));
    }

    private static @Nullable Double load(Plan plan, Exercise wanted, int reps, int inReserve) {
        var training = plan.limits().training();
        var most = training.oneRepMax().get(wanted.id());
        if (most == null || wanted.loadType() != LoadType.EXTERNAL) {
            return null;
        }
        var load = OneRepMax.load(most, reps, inReserve, wanted.incrementKg());
        return load.isEmpty()
                ? null
                : (Double) Rounding.downTo(
                        load.getAsDouble() * training.eligibility().shareOfLoad(wanted), wanted.incrementKg());
    }

    /** Of the same group first, then of the same movement. */
    private static String choices(Plan plan, String oldId, Set<String> present) {
        var all = plan.limits().exercises();
        var old = all.find(oldId).orElse(null);
        var names = old == null
                ? List.<String>of()
                : all.all().stream()
                        .filter(other -> other.pattern() == old.pattern() && !present.contains(other.id()))
                        .filter(plan.limits().training().eligibility()::allows)
                        .sorted(Comparator.comparing((Exercise other) ->
                                        !other.substitutionGroup().equals(old.substitutionGroup()))
                                .thenComparing(Exercise::id))
                        .limit(NAMED_CHOICES)
                        .map(other -> "%s (%s)".formatted(other.name(), other.id()))
                        .toList();
        return names.isEmpty()
                ? "Nothing else moves the same way; it can be scaled or called off."
                : "Possible: " + String.join(", ", names) + ".";
    }
}
