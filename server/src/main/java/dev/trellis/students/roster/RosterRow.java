package dev.trellis.students.roster;

import java.util.Map;
import java.util.Objects;

/** One line of a file: trimmed values by column; a column that is absent or empty gives an empty text. */
public record RosterRow(long line, Map<String, String> values) {
    /** The value of a column. */
    public String get(String column) {
        return Objects.requireNonNullElse(values.get(column), "");
    }

    /** The line's own id. */
    public String id() {
        return get("sourcedId");
    }

    /** True when the other system says that this is gone. */
    public boolean isToBeDeleted() {
        return get("status").equals("tobedeleted");
    }
}
