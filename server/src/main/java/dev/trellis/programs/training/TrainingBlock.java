package dev.trellis.programs.training;

import dev.trellis.programs.training.PlanNote.Kind;
import dev.trellis.programs.training.WeekLayout.Placed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The weeks that share their exercises (domain 02.7). It remembers the sets of its last full week, to go on from. */
final class TrainingBlock {
    private static final int USUAL_WEEK = 5;

    private final TrainingProfile profile;
    private final List<Placed> layout;
    private final VolumeRange range;
    private final SessionWriter writer;
    private final List<PlanNote> notes = new ArrayList<>();
    private List<ChosenExercise> chosen = List.of();
    private int[] sets = new int[0];
    private FractionalSets volume = FractionalSets.none();

    private TrainingBlock(TrainingProfile profile, List<Placed> layout, VolumeRange range) {
        this.profile = profile;
        this.layout = layout;
        this.range = range;
        this.writer = new SessionWriter(profile);
    }

    static TrainingBlock of(
            TrainingProfile profile,
            Exercises exercises,
            List<Placed> layout,
            VolumeRange range,
            int week,
            Optional<TrainingBlock> before) {
        var block = new TrainingBlock(profile, layout, range);
        block.choose(exercises, week, before.map(TrainingBlock::ids).orElse(Set.of()));
        before.ifPresent(block::goOnFrom);
        return block;
    }

    List<PlanNote> notes() {
        return notes;
    }

    TrainingWeek week(int number, CardioPlanner cardio) {
        boolean light = Deload.isPlanned(profile.level(), number);
        var weekNotes = new ArrayList<PlanNote>();
        if (!light || sets.length == 0) {
            allocate(number, weekNotes);
        }
        var sessions = new ArrayList<PlannedSession>();
        var trained = FractionalSets.none();
        double moderate = 0;
        double vigorous = 0;
        for (var i = 0; i < layout.size(); i++) {
            var placed = layout.get(i);
            if (placed.kind().isStrength()) {
                var session = writer.strength(placed, exercisesOf(i), setsOf(i), number, light);
                for (var exercise : session.exercises()) {
                    trained = trained.plus(exerciseOf(i, exercise), exercise.sets());
                }
                sessions.add(session);
            } else {
                var done = cardio.session(number, placed.hard() && !light);
                moderate += done.easyMinutes();
                vigorous += done.hardMinutes();
                sessions.add(SessionWriter.cardio(placed, done));
            }
        }
        return new TrainingWeek(
                number, light, sessions, trained, new AerobicWeek(moderate, vigorous), light ? List.of() : weekNotes);
    }

    private void choose(Exercises exercises, int week, Set<String> lastBlock) {
        var eligibility = profile.eligibility();
        var choice = new ExerciseChoice(
                exercises.all().stream()
                        .filter(exercise -> !exercise.isCardio())
                        .filter(eligibility::allows)
                        .toList(),
                profile.favourites(),
                lastBlock,
                profile.level().allowedSkill(week),
                profile.isOlder());
        var found = new ArrayList<ChosenExercise>();
        var usedThisWeek = new HashSet<String>();
        for (var i = 0; i < layout.size(); i++) {
            var usedInSession = new HashSet<String>();
            for (var slot : layout.get(i).kind().slots()) {
                var exercise = choice.fill(slot, candidate -> suits(slot, candidate), usedInSession, usedThisWeek);
                if (exercise.isPresent()) {
                    usedInSession.add(exercise.get().id());
                    found.add(new ChosenExercise(i, slot, exercise.get()));
                } else {
                    drop(slot);
                }
            }
            usedThisWeek.addAll(usedInSession);
        }
        chosen = List.copyOf(found);
    }

    /** By what is asked for once the first easy weeks are over, so that those change reps and not exercises. */
    private boolean suits(Slot slot, Exercise exercise) {
        return exercise.isTimed()
                || Intensity.of(
                                profile.goal(),
                                profile.level(),
                                USUAL_WEEK,
                                SessionWriter.isMain(slot, exercise),
                                exercise)
                        .suits(exercise);
    }

    private void drop(Slot slot) {
        var note = slot.role() == Slot.Role.PULL
                ? new PlanNote(
                        Kind.NO_PULLING,
                        "There is nothing to pull on. A band is enough; until then, add two sets of lifting chest and"
                                + " arms off the floor, lying face down.")
                : new PlanNote(
                        Kind.SLOT_DROPPED,
                        "Nothing for “%s” fits your equipment and what hurts."
                                .formatted(slot.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    private void goOnFrom(TrainingBlock before) {
        sets = new int[chosen.size()];
        for (var i = 0; i < sets.length; i++) {
            for (var j = 0; j < before.sets.length; j++) {
                if (chosen.get(i).isSameAs(before.chosen.get(j))) {
                    sets[i] = before.sets[j];
                }
            }
        }
        volume = before.volume;
    }

    private void allocate(int week, List<PlanNote> weekNotes) {
        var allocation =
                new SetAllocation(chosen, layout.size(), SessionCapacity.sets(profile.minutes()), range, week, volume);
        sets = allocation.from(sets);
        volume = FractionalSets.none();
        for (var i = 0; i < sets.length; i++) {
            volume = volume.plus(chosen.get(i).exercise(), sets[i]);
        }
        if (layout.stream().anyMatch(placed -> placed.kind().isStrength())) {
            tellShortfalls(allocation, weekNotes);
        }
    }

    private void tellShortfalls(SetAllocation allocation, List<PlanNote> weekNotes) {
        long strengthSessions =
                layout.stream().filter(placed -> placed.kind().isStrength()).count();
        for (var muscle : Muscle.values()) {
            if (!muscle.isMajor()) {
                continue;
            }
            var name = muscle.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            var training = sessionsTraining(muscle);
            if (volume.of(muscle) < range.least()) {
                weekNotes.add(new PlanNote(
                        Kind.SHORT_OF_SETS,
                        "%s: %s of at least %d sets. %s"
                                .formatted(name, volume.of(muscle), range.least(), reason(muscle, allocation))));
            }
            if (strengthSessions > 1 && training.size() == 1) {
                weekNotes.add(new PlanNote(Kind.ONCE_A_WEEK, name + ": trained once a week only."));
            }
        }
    }

    private String reason(Muscle muscle, SetAllocation allocation) {
        var sessions = chosen.stream()
                .filter(exercise -> exercise.exercise().primary().contains(muscle))
                .map(ChosenExercise::session)
                .collect(Collectors.toSet());
        if (sessions.isEmpty()) {
            return "Nothing that trains it fits your equipment and what hurts.";
        }
        return sessions.stream().allMatch(allocation::isFull)
                ? "The sessions are full: longer or more of them would help."
                : "More of what trains it would be too much for its neighbours, or too fast an increase.";
    }

    /** The sessions in which a muscle is worked, be it as a helper. */
    private Set<Integer> sessionsTraining(Muscle muscle) {
        return IntStream.range(0, chosen.size())
                .filter(i -> sets[i] > 0)
                .filter(i -> chosen.get(i).exercise().primary().contains(muscle)
                        || chosen.get(i).exercise().secondary().contains(muscle))
                .mapToObj(i -> chosen.get(i).session())
                .collect(Collectors.toSet());
    }

    private List<ChosenExercise> exercisesOf(int session) {
        return chosen.stream().filter(exercise -> exercise.session() == session).toList();
    }

    private int[] setsOf(int session) {
        return IntStream.range(0, chosen.size())
                .filter(i -> chosen.get(i).session() == session)
                .map(i -> sets[i])
                .toArray();
    }

    private Exercise exerciseOf(int session, PlannedExercise planned) {
        return chosen.stream()
                .filter(exercise -> exercise.session() == session && exercise.slot() == planned.slot())
                .findFirst()
                .orElseThrow()
                .exercise();
    }

    private Set<String> ids() {
        return chosen.stream().map(exercise -> exercise.exercise().id()).collect(Collectors.toSet());
    }
}
