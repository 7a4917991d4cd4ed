package dev.trellis.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * Reacts to one type of event, in batches. Its writes and the record that it is done are one transaction, so its effect
 * happens exactly once; it must still be repeatable, because replaying the log to it is allowed.
 *
 * <p>It may run as the person (an immediate one, when a person acts) or as a job (a batch, a retry), so its SQL always
 * names {@code user_id} itself.
 */
public interface EventHandler<E extends DomainEvent> {
    /** The stable name, in the imperative: {@code complete_related_habits}. */
    String name();

    /** The event it listens to. */
    Class<E> event();

    /** Immediate ones run inside the transaction that published the event; all others right after it, on their own. */
    default Timing timing() {
        return Timing.LATER;
    }

    /** Reacts to all of them, or throws and has done nothing. */
    void handle(Handle tx, List<Occurrence<E>> batch);

    /** When a handler runs. */
    enum Timing {
        IMMEDIATE,
        LATER;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
