package dev.trellis.platform;

import java.util.UUID;

/**
 * Who acts in a transaction, and in which role. PostgreSQL is told both, and its row-level security holds even where
 * the code forgets.
 */
public record Actor(UUID userId, Role role) {
    /** A person acting on their own data. */
    public static Actor person(UUID userId) {
        return new Actor(userId, Role.PARTICIPANT);
    }
}
