package dev.trellis.platform;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Makes whoever compares what a person logged with what they had planned take turns, until their transaction ends:
 * two comparisons at once would each miss what the other one brings. Taken before any row of theirs is locked, and taken
 * again for nothing by whoever holds it.
 */
public final class PersonTurn {
    /** Sets these locks apart from all others of the server. */
    private static final int KIND = 7_041_966;

    private PersonTurn() {}

    /** Whatever comes next in this transaction waits for it. */
    public static void take(Handle tx, UUID userId) {
        Together.write(tx.createUpdate("select 1 from pg_advisory_xact_lock(:kind, hashtext(:user::text))")
                .bind("kind", KIND)
                .bind("user", userId));
    }
}
