package dev.trellis.students;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as the columns that {@code unnest} takes. */
final class Columns {
    private Columns() {}

    /** One column of the rows; absent values stay absent. */
    static <T, C> List<@Nullable C> of(List<T> rows, Function<? super T, ? extends @Nullable C> value) {
        var values = new ArrayList<@Nullable C>(rows.size());
        for (var row : rows) {
            values.add(value.apply(row));
        }
        return values;
    }
}
