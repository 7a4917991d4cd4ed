package dev.trellis.adaptation;

import dev.trellis.adaptation.ControllerStateStore.CalorieReviewed;
import dev.trellis.adaptation.ControllerStateStore.VolumeReviewed;
import dev.trellis.adaptation.reassessment.CalorieState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A program's reviews done once more from what was stored with each, beside a target that never changed.
 *
 * @param reproduced every review gives again, to the last bit, what was stored
 */
public record ReviewReplay(UUID programId, boolean reproduced, List<Replayed> calories, List<Replayed> volume) {
    public ReviewReplay {
        calories = List.copyOf(calories);
        volume = List.copyOf(volume);
    }

    /**
     * One review.
     *
     * @param stored      published after it: kcal a day, or weekly sets
     * @param replayed    the same, worked out again
     * @param inForce     what was really in force afterwards: what was not agreed to did not happen
     * @param withoutChange what it would have stayed
     * @param same        whether stored and replayed states are equal in every bit, and the next remembers what was measured
     */
    public record Replayed(
            LocalDate reviewedOn, int stored, int replayed, int inForce, int withoutChange, boolean same) {}

    static ReviewReplay of(UUID programId, List<CalorieReviewed> calories, List<VolumeReviewed> volume) {
        var replayedCalories = new ArrayList<Replayed>();
        for (var i = 0; i < calories.size(); i++) {
            var one = calories.get(i);
            var again = one.inputs().after(one.inputs().review());
            var next = i + 1 < calories.size() ? calories.get(i + 1).inputs().before() : one.effective();
            replayedCalories.add(new Replayed(
                    one.reviewedOn(),
                    one.state().published(),
                    again.published(),
                    next.published(),
                    calories.getFirst().inputs().before().published(),
                    again.equals(one.state()) && remembers(next, one.state())));
        }
        var replayedVolume = new ArrayList<Replayed>();
        for (var i = 0; i < volume.size(); i++) {
            var one = volume.get(i);
            var again = one.inputs()
                    .review()
                    .map(step -> step.after())
                    .orElse(one.inputs().before());
            var next = i + 1 < volume.size() ? volume.get(i + 1).inputs().before() : one.effective();
            replayedVolume.add(new Replayed(
                    one.reviewedOn(),
                    one.state().sets(),
                    again.sets(),
                    next.sets(),
                    volume.getFirst().inputs().before().sets(),
                    again.equals(one.state())
                            && Objects.equals(next.lastAdherence(), one.state().lastAdherence())));
        }
        boolean all = replayedCalories.stream().allMatch(Replayed::same)
                && replayedVolume.stream().allMatch(Replayed::same);
        return new ReviewReplay(programId, all, replayedCalories, replayedVolume);
    }

    /** What was measured is remembered, whatever became of the target. */
    private static boolean remembers(CalorieState next, CalorieState last) {
        return Objects.equals(next.lastSlope(), last.lastSlope())
                && Objects.equals(next.slopeBefore(), last.slopeBefore())
                && Objects.equals(next.lastMeanKg(), last.lastMeanKg());
    }
}
