package dev.trellis.events;

import jakarta.enterprise.context.ApplicationScoped;

/** Writes greetings down in the transaction that publishes them. */
@ApplicationScoped
class GreetAtOnce extends WriteDownGreetings {
    static final String NAME = "greet_at_once";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Timing timing() {
        return Timing.IMMEDIATE;
    }
}
