package dev.trellis.events.web;

import dev.trellis.events.AuditLog.AuditEntry;
import dev.trellis.events.EventLog.LoggedEvent;
import dev.trellis.platform.Role;
import java.util.Map;

/** Says in plain words what stands in a person's record. What is new to it is told by its stable name. */
final class RecordWords {
    private static final Map<String, String> EVENTS = Map.ofEntries(
            Map.entry("onboarding.started", "You began to tell about yourself"),
            Map.entry("onboarding.completed", "You finished telling about yourself"),
            Map.entry("onboarding.skipped", "You passed over telling about yourself"),
            Map.entry("intervention.started", "You started an intervention"),
            Map.entry("intervention.progress_recorded", "You told how a day was"),
            Map.entry("intervention.paused", "You paused an intervention"),
            Map.entry("intervention.resumed", "You went on with an intervention"),
            Map.entry("intervention.abandoned", "You let go of an intervention"),
            Map.entry("intervention.completed", "An intervention was completed"),
            Map.entry("intervention.feedback_given", "You said whether an intervention helped"),
            Map.entry("intervention.submitted", "You submitted an intervention of your own"),
            Map.entry("intervention.reviewed", "A reviewer decided on what you submitted"),
            Map.entry("safety.raised", "Something you wrote gave reason to worry"));

    private static final Map<String, String> LOOKS = Map.ofEntries(
            Map.entry("account_listed", "saw you in the list of accounts"),
            Map.entry("account_read", "opened your account"),
            Map.entry("account_changed", "changed your roles or your status"),
            Map.entry("events_read", "read events of yours in the log"),
            Map.entry("deliveries_read", "saw reactions of the server to events of yours"),
            Map.entry("submissions.read", "read what you submitted"),
            Map.entry("safety.clear", "lifted a safety hold of yours"));

    private RecordWords() {}

    static String what(LoggedEvent event) {
        return EVENTS.getOrDefault(event.type(), event.type());
    }

    static String by(LoggedEvent event) {
        if (event.actor().equals("job")) {
            return "by the server itself";
        }
        return event.actor().equals(event.userId().toString()) ? "" : "by somebody else";
    }

    static String what(AuditEntry entry) {
        return who(entry.role()) + " " + LOOKS.getOrDefault(entry.action(), "did this: " + entry.action());
    }

    private static String who(String role) {
        return switch (Role.of(role)) {
            case ADMIN -> "An operator";
            case REVIEWER -> "A reviewer";
            case TRAINER -> "A trainer";
            case PARTICIPANT -> "Somebody";
        };
    }
}
