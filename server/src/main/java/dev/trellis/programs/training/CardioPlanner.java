package dev.trellis.programs.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The cardio of every week: which kind, how long, how much of it hard (domain 02.6). */
final class CardioPlanner {
    private static final String RUNNING = "running";
    private static final String WALKING = "walking";
    private static final int WEEKLY_GOAL = 150;
    private static final int SHORTEST = 20;
    private static final int EASY_WEEKS_OF_NOVICES = 4;
    private static final double HARD_SHARE = 0.20;
    private static final int WARM_UP = 10;

    private final TrainingProfile profile;
    private final Exercise mode;
    private final int sessions;
    private final List<Integer> minutes;

    CardioPlanner(TrainingProfile profile, List<SessionKind> kinds, Exercise mode, int weeks) {
        this.profile = profile;
        this.mode = mode;
        this.sessions = (int) kinds.stream().filter(kind -> !kind.isStrength()).count();
        this.minutes = sessions == 0 ? List.of() : minutes(weeks);
    }

    /** Said when somebody wanted to run and may not. */
    List<PlanNote> notes() {
        var notes = new ArrayList<PlanNote>();
        if (sessions > 0
                && profile.goal().isEndurance()
                && isRunner(profile)
                && !mode.id().equals(RUNNING)) {
            notes.add(new PlanNote(
                    PlanNote.Kind.CARDIO_EXCHANGED,
                    "Running is left out for now because of what hurts or was declared; " + mode.name()
                            + " takes its place."));
        }
        return notes;
    }

    /** A session of a week, counted from 1; {@code hard} asks for intervals where they are allowed. */
    PlannedCardio session(int week, boolean hard) {
        int all = minutes.get(week - 1);
        boolean runWalk = mode.id().equals(RUNNING)
                && profile.running().weekMinutes() == 0
                && week <= TrainingLevel.NOVICE.deloadEveryWeeks();
        int hardMinutes = hard && allowsIntervals(week) && !runWalk
                ? Math.max(0, Math.min(all - WARM_UP, (int) Math.floor(HARD_SHARE * all * sessions)))
                : 0;
        return new PlannedCardio(mode.id(), all - hardMinutes, hardMinutes, runWalk);
    }

    private boolean allowsIntervals(int week) {
        return profile.clearance().allowsVigorous()
                && (profile.level() != TrainingLevel.NOVICE || week > EASY_WEEKS_OF_NOVICES);
    }

    private static boolean isRunner(TrainingProfile profile) {
        return profile.goal() == TrainingGoal.RUN_5K || profile.goal() == TrainingGoal.RUN_10K;
    }

    private List<Integer> minutes(int weeks) {
        if (mode.id().equals(RUNNING)) {
            return RunningWeeks.of(profile.running(), weeks, sessions, profile.minutes(), profile.mayIncrease());
        }
        int each = Math.clamp(WEEKLY_GOAL / sessions, SHORTEST, profile.minutes());
        return Collections.nCopies(weeks, each);
    }

    /** What the person does for cardio; empty when nothing of it is possible. */
    static Optional<Exercise> mode(TrainingProfile profile, Exercises exercises) {
        var eligibility = profile.eligibility();
        if (profile.clearance() == Clearance.WALKING_ONLY) {
            return Optional.of(exercises.get(WALKING)).filter(eligibility::allows);
        }
        return Optional.of(exercises.get(RUNNING))
                .filter(running -> isRunner(profile) && eligibility.allows(running))
                .or(() -> exercises.all().stream()
                        .filter(Exercise::isCardio)
                        .filter(exercise -> exercise.impact() != Exercise.Impact.HIGH
                                || profile.favourites().contains(exercise.id()))
                        .filter(eligibility::allows)
                        .min(Comparator.comparing((Exercise exercise) ->
                                        !profile.favourites().contains(exercise.id()))
                                .thenComparing(Exercise::id)));
    }
}
