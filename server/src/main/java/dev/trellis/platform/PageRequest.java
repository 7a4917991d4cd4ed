package dev.trellis.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which page is wanted: at most {@code limit} items after {@code after}, or from the beginning. */
public record PageRequest(int limit, @Nullable Cursor after) {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAXIMUM_LIMIT = 100;

    /** Reads the query parameters {@code limit} (1 to 100) and {@code cursor}; a bad one is a problem that names it. */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        var wanted = limit == null ? DEFAULT_LIMIT : limit;
        if (wanted < 1 || wanted > MAXIMUM_LIMIT) {
            throw ProblemException.invalid("/query/limit", "limit is between 1 and " + MAXIMUM_LIMIT + ".");
        }
        return new PageRequest(wanted, cursor == null ? null : Cursor.decode(cursor));
    }

    /** How many rows to ask the database for, so that {@link Page#of} can tell whether there is more. */
    public int fetch() {
        return limit + 1;
    }

    /** The id to continue after, or null at the beginning. Lists are keyed by time-ordered ids. */
    public java.util.@Nullable UUID afterId() {
        return after == null ? null : after.id();
    }

    /** The moment to continue after, or null at the beginning, for lists that {@link Cursor#at} tells the position in. */
    public @Nullable Instant afterMoment() {
        return after == null ? null : after.moment();
    }
}
