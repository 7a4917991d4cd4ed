package dev.trellis.adaptation.daily;

import dev.trellis.programs.training.Exercise;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session as it is done on a day, before or after an adjustment.
 *
 * @param easyMinutes of cardio in zones 1 and 2
 * @param hardMinutes of cardio above
 * @param note        what replaces it, or what to mind; null when nothing
 */
public record DaySession(
        List<Work> exercises,
        int easyMinutes,
        int hardMinutes,
        @Nullable String note) {
    public DaySession {
        exercises = List.copyOf(exercises);
    }

    /**
     * An exercise of the day.
     *
     * @param inReserve reps left at the end of a set
     * @param loadKg    null without a load
     */
    public record Work(
            Exercise exercise,
            int sets,
            int inReserve,
            @Nullable Double loadKg) {
        Work withSets(int fewer) {
            return new Work(exercise, fewer, inReserve, loadKg);
        }
    }

    /** Working sets altogether. */
    public int sets() {
        return exercises.stream().mapToInt(Work::sets).sum();
    }

    /** Minutes of cardio altogether. */
    public int cardioMinutes() {
        return easyMinutes + hardMinutes;
    }

    /** The share of volume by which another session is smaller; negative when it is larger. */
    public double reductionTo(DaySession other) {
        double sets = sets() == 0 ? 0 : 1 - (double) other.sets() / sets();
        double minutes = cardioMinutes() == 0 ? 0 : 1 - (double) other.cardioMinutes() / cardioMinutes();
        return sets() == 0 || (cardioMinutes() > 0 && minutes > sets) ? minutes : sets;
    }
}
