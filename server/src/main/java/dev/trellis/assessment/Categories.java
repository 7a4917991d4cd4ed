package dev.trellis.assessment;

import java.util.Collection;

/** The areas in which something can be changed; whoever keeps the catalogue knows them. */
public interface Categories {
    /** Their codes, such as {@code sleep}. */
    Collection<String> all();
}
