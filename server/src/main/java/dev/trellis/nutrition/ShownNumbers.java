package dev.trellis.nutrition;

import dev.trellis.platform.Actor;

/** Whether numbers of food may be shown to a person; whoever makes programs tells, for a program may hide them. */
public interface ShownNumbers {
    /** Whether this person may see calories and what goes with them. */
    boolean to(Actor actor);
}
