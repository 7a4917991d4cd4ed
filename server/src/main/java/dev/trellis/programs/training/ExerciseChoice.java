package dev.trellis.programs.training;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Fills a slot with the best exercise a person can and may do (domain 02.7). Among equals, one that takes load comes
 * first, because only load can progress for long; then the id decides.
 */
final class ExerciseChoice {
    private static final int FAVOURITE = 3;
    private static final int SAME_AS_LAST_BLOCK = 2;
    private static final int USED_THIS_WEEK = -2;

    private final List<Exercise> eligible;
    private final Set<String> favourites;
    private final Set<String> lastBlock;
    private final int allowedSkill;
    private final boolean gentleFirst;

    /** @param gentleFirst machines and getting up from a chair before everything else, for older people */
    ExerciseChoice(
            List<Exercise> eligible,
            Set<String> favourites,
            Set<String> lastBlock,
            int allowedSkill,
            boolean gentleFirst) {
        this.eligible = eligible;
        this.favourites = favourites;
        this.lastBlock = lastBlock;
        this.allowedSkill = allowedSkill;
        this.gentleFirst = gentleFirst;
    }

    /**
     * @param suits         made for the reps that are wanted; taken where there is one
     * @param usedInSession ids that stand in the same session already
     * @param usedThisWeek  ids of the week's earlier sessions
     */
    Optional<Exercise> fill(Slot slot, Predicate<Exercise> suits, Set<String> usedInSession, Set<String> usedThisWeek) {
        for (var choice : slot.choices()) {
            var candidates = eligible.stream()
                    .filter(choice)
                    .filter(exercise -> !usedInSession.contains(exercise.id()))
                    .toList();
            var suited = candidates.stream().filter(suits).toList();
            var best = (suited.isEmpty() ? candidates : suited).stream().min(bestFirst(usedThisWeek));
            if (best.isPresent()) {
                return best;
            }
        }
        return Optional.empty();
    }

    private Comparator<Exercise> bestFirst(Set<String> usedThisWeek) {
        return Comparator.comparing((Exercise exercise) -> !(gentleFirst && isGentle(exercise)))
                .thenComparingInt(exercise -> -score(exercise, usedThisWeek))
                .thenComparing(exercise -> exercise.incrementKg() == 0)
                .thenComparing(Exercise::id);
    }

    private int score(Exercise exercise, Set<String> usedThisWeek) {
        int score = -Math.max(0, exercise.skill() - allowedSkill);
        score += favourites.contains(exercise.id()) ? FAVOURITE : 0;
        score += lastBlock.contains(exercise.id()) ? SAME_AS_LAST_BLOCK : 0;
        score += usedThisWeek.contains(exercise.id()) ? USED_THIS_WEEK : 0;
        return score;
    }

    private static boolean isGentle(Exercise exercise) {
        return exercise.usesMachine() || exercise.id().equals("box_squat_chair");
    }
}
