package dev.trellis.events;

import dev.trellis.platform.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Runs a handler behind a savepoint: what fails is undone alone. A batch that fails is halved until the one bad event
 * stands by itself, so a thousand good ones are not held up by it.
 */
final class Isolation {
    private static final Logger LOG = Logger.getLogger(Isolation.class);
    private static final int LONGEST_ERROR = 500;

    private final Handle tx;

    Isolation(Handle tx) {
        this.tx = tx;
    }

    /** An item the handler could not do, and why, without the person's data. */
    record Failure<T>(T item, String reason) {}

    /** False means that it failed and was undone, and that it is worth finding out which part of it did. */
    boolean succeeds(Runnable work) {
        var failure = Together.attempt(tx, work);
        failure.ifPresent(e -> LOG.debugf("handlers failed together and are run one by one: %s", reason(e)));
        return failure.isEmpty();
    }

    /** The items that failed; an empty list means that all succeeded. */
    <T> List<Failure<T>> run(String handler, List<T> items, Consumer<List<T>> work) {
        var failures = new ArrayList<Failure<T>>();
        attempt(handler, items, work, failures);
        return failures;
    }

    private <T> void attempt(String handler, List<T> items, Consumer<List<T>> work, List<Failure<T>> failures) {
        Together.attempt(tx, () -> work.accept(items)).ifPresent(e -> {
            if (items.size() == 1) {
                LOG.warnf("handler %s failed and will be tried again: %s", handler, reason(e));
                failures.add(new Failure<>(items.getFirst(), reason(e)));
                return;
            }
            var middle = items.size() / 2;
            attempt(handler, items.subList(0, middle), work, failures);
            attempt(handler, items.subList(middle, items.size()), work, failures);
        });
    }

    /** The type of the fault and the first line of its root; a statement's parameters are on later lines. */
    private static String reason(Throwable e) {
        var root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        var line = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        var text = root.getClass().getSimpleName() + ": " + line;
        return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
    }
}
