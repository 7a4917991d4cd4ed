package dev.trellis.interventions.web;

import dev.trellis.platform.Actor;
import dev.trellis.safety.SafetyCheckIn;
import dev.trellis.safety.SafetyNotice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person reads above everything else on a page when what they wrote gave reason to worry. */
@ApplicationScoped
class HelpAtHand {
    /** Added to an address when what was just written must be answered with help. */
    static final String HEARD = "?heard=words";

    private final SafetyCheckIn checkIn;

    HelpAtHand(SafetyCheckIn checkIn) {
        this.checkIn = checkIn;
    }

    /** The same address, with help on its page when there is reason to offer it. */
    static String address(String address, @Nullable SafetyNotice notice) {
        return notice == null ? address : address + HEARD;
    }

    /**
     * What to say; empty when nothing. An open danger is spoken of on every page, anything less right after it was
     * written.
     *
     * @param heard what the address of the page says of it; null when nothing
     */
    List<String> messages(Actor actor, @Nullable String heard) {
        var state = checkIn.state(actor);
        if (!state.held() && heard == null) {
            return List.of();
        }
        var messages = new ArrayList<>(state.messages());
        if (state.resumes() != null && state.held()) {
            messages.add(state.resumes());
        }
        return List.copyOf(messages);
    }
}
