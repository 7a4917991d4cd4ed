package dev.trellis.events;

import jakarta.enterprise.context.ApplicationScoped;

/** Writes greetings down when the deliveries are worked off. */
@ApplicationScoped
class GreetLater extends WriteDownGreetings {
    static final String NAME = "greet_later";

    @Override
    public String name() {
        return NAME;
    }
}
