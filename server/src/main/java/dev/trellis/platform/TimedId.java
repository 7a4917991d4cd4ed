package dev.trellis.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/**
 * Ids in the order of time (UUID version 7), made where they are needed, so that nobody waits for a row to be written to
 * know which it is. The database's own {@code uuidv7()} gives the same kind, of the real time as well; among ids of one
 * millisecond, only those that were made here are in order.
 */
public final class TimedId {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private TimedId() {}

    /** A new one, after all others that were made here. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
