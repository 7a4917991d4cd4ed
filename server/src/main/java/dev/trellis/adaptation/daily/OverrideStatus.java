package dev.trellis.adaptation.daily;

import java.util.Optional;

/** Where a day's override stands, and where it may go from there (domain 05.6). */
public enum OverrideStatus {
    PENDING,
    APPROVED,
    AUTO_APPLIED,
    REJECTED,
    UNDONE;

    /** What happens to an override. */
    public enum Event {
        ACCEPTED,
        DECLINED,
        /** The session started, or the day ended, before anybody answered. */
        EXPIRED,
        /** A newer proposal for the same day and kind takes its place. */
        SUPERSEDED,
        UNDONE
    }

    /**
     * The status afterwards, or nothing when that cannot happen to it.
     *
     * @param sessionDone   the session it changed has been completed
     * @param heldByIllness a safety hold whose symptoms the person has not yet called resolved
     */
    public Optional<OverrideStatus> after(Event event, boolean sessionDone, boolean heldByIllness) {
        return switch (this) {
            case PENDING ->
                switch (event) {
                    case ACCEPTED -> Optional.of(APPROVED);
                    case DECLINED, EXPIRED, SUPERSEDED -> Optional.of(REJECTED);
                    case UNDONE -> Optional.empty();
                };
            case APPROVED, AUTO_APPLIED ->
                event == Event.UNDONE && !sessionDone && !heldByIllness ? Optional.of(UNDONE) : Optional.empty();
            case REJECTED, UNDONE -> Optional.empty();
        };
    }

    /** Whether nothing can happen to it any more; the same rule does not propose again that day. */
    public boolean isTerminal() {
        return this == REJECTED || this == UNDONE;
    }
}
