package dev.trellis.platform.web;

import dev.trellis.platform.Problem;
import dev.trellis.platform.ProblemType;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** The last line of defence: what only the database noticed, told as a refusal instead of a fault. */
final class DatabaseRefusals {
    private static final String CHECK_VIOLATION = "23514";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String TOO_LONG = "22001";
    private static final String OUT_OF_RANGE = "22003";
    private static final String BAD_TEXT = "22021";
    private static final String BAD_JSON_TEXT = "22P05";

    private DatabaseRefusals() {}

    static boolean isUnreachable(SQLException e) {
        var state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    static @Nullable Problem problemOf(SQLException e) {
        return switch (String.valueOf(e.getSQLState())) {
            case UNIQUE_VIOLATION -> Problem.of(ProblemType.ALREADY_EXISTS, "It is there already.", List.of());
            case FOREIGN_KEY_VIOLATION ->
                // A race: what it refers to was there when it was looked up and is gone now.
                Problem.of(ProblemType.NOT_FOUND, "Something it refers to does not exist any more.", List.of());
            case CHECK_VIOLATION ->
                Problem.of(ProblemType.INVALID_INPUT, "A value is out of its range" + at(e) + ".", List.of());
            case TOO_LONG, OUT_OF_RANGE, BAD_TEXT, BAD_JSON_TEXT ->
                Problem.of(ProblemType.INVALID_INPUT, "A value cannot be stored as it is.", List.of());
            default -> null;
        };
    }

    /** The constraint's name tells the column without telling the value. */
    private static String at(SQLException e) {
        var server = e instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        var constraint = server == null ? null : server.getConstraint();
        return constraint == null ? "" : " (" + constraint + ")";
    }
}
