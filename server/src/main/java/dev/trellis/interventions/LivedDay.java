package dev.trellis.interventions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of a period, as it was lived or still lies ahead.
 *
 * @param completion 0 to 100 percent of what was due; null when it was not checked in
 * @param mood 1 (bad) to 5 (good); null when it was not said
 */
public record LivedDay(
        LocalDate date,
        State state,
        @Nullable Integer completion,
        @Nullable Integer mood) {
    /** What became of a day. */
    public enum State {
        /** Everything that was due was done. */
        DONE,
        /** Some of it was. */
        PARTLY,
        /** It was checked in, and nothing was done. */
        NOTHING,
        /** It was not checked in and no longer can be. */
        NOT_RECORDED,
        /** It does not count. */
        PAUSED,
        /** It lies ahead, or can still be checked in. */
        OPEN
    }

    /** True when the day counts towards what has been lived: neither paused nor still open. */
    public boolean isOver() {
        return state != State.PAUSED && state != State.OPEN;
    }

    /** True when it was checked in. */
    public boolean isRecorded() {
        return completion != null;
    }
}
