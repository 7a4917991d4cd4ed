package dev.trellis.platform.web;

import dev.trellis.platform.Actor;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.Role;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who sent this request; filled in by {@link Authentication} before the endpoint runs. */
@RequestScoped
public class Caller {
    private @Nullable Authenticated who;
    private boolean mustLogIn;

    void is(Authenticated authenticated) {
        this.who = authenticated;
    }

    /** Whether anybody is logged in. */
    public boolean isKnown() {
        return who != null;
    }

    /** Whether this request needs somebody to be logged in, and nobody is; only where a form may have to wait for it. */
    public boolean mustLogIn() {
        return mustLogIn;
    }

    /** Nobody is logged in who should be. */
    void hasToLogIn() {
        this.mustLogIn = true;
    }

    /** Whether the person is logged in and holds a role. */
    public boolean holds(Role role) {
        return who != null && who.roles().contains(role);
    }

    /** The person. */
    public UUID userId() {
        return authenticated().userId();
    }

    /** The person, acting on their own data. */
    public Actor actor() {
        return Actor.person(userId());
    }

    /** The person, acting in one of their other roles; refused when they do not hold it. */
    public Actor as(Role role) {
        if (!authenticated().roles().contains(role)) {
            throw new ProblemException(ProblemType.NOT_ALLOWED, "This needs the role " + role.wire() + ".");
        }
        return new Actor(userId(), role);
    }

    /** The log-in or API token the request came with. */
    public UUID credentialId() {
        return authenticated().credentialId();
    }

    /** Everything known of the caller. */
    public Authenticated authenticated() {
        if (who == null) {
            throw new ProblemException(ProblemType.NOT_AUTHENTICATED, "Send an access token as a Bearer token.");
        }
        return who;
    }
}
