package dev.trellis.safety;

import dev.trellis.events.AuditLog;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How a person stands, and the two ways out of a hold: they say they are safe, or staff clear it. */
@ApplicationScoped
public class SafetyCheckIn {
    private static final Duration RECENT = Duration.ofDays(1);

    private final Database database;
    private final SafetyEventStore store;
    private final SafetyVoice voice;
    private final AuditLog audit;
    private final InstantSource clock;

    SafetyCheckIn(Database database, SafetyEventStore store, SafetyVoice voice, AuditLog audit, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.voice = voice;
        this.audit = audit;
        this.clock = clock;
    }

    /** How the person stands. */
    public SafetyState state(Actor actor) {
        return database.as(actor, tx -> state(tx, actor.userId()));
    }

    /** How a person whom whoever acts may see stands. */
    public SafetyState state(Handle tx, UUID userId) {
        var open = store.open(tx, userId);
        var hold = SafetyHolds.hold(open);
        return new SafetyState(
                open.isEmpty() ? SafetyLevel.S0 : open.getFirst().level(),
                hold.isPresent(),
                hold.map(SafetyHold::since).orElse(null),
                hold.map(SafetyHold::needsStaff).orElse(false),
                open.stream()
                        .map(event -> voice.notice(tx, userId, event.result()).message())
                        .distinct()
                        .toList(),
                voice.contactsFor(tx, userId),
                resumes(open));
    }

    /**
     * What a page shows right after, and until the person has said that they read it: as {@link #state}, with what was said
     * in the last day to words that hold nothing, such as worry about a friend.
     */
    public SafetyState recent(Actor actor) {
        return database.as(actor, tx -> {
            var state = state(tx, actor.userId());
            var since = clock.instant().minus(RECENT);
            var passing = store.passing(tx, actor.userId(), since).stream()
                    .map(event ->
                            voice.notice(tx, actor.userId(), event.result()).message());
            return new SafetyState(
                    state.level(),
                    state.held(),
                    state.since(),
                    state.needsStaff(),
                    Stream.concat(state.messages().stream(), passing).distinct().toList(),
                    state.contacts(),
                    state.resumes());
        });
    }

    /** The person says they are safe: lifts what a person may lift. What needs staff stays, and the state says so. */
    public SafetyState confirmSafe(Actor actor) {
        return database.as(actor, tx -> {
            store.confirmedSafe(tx, actor.userId(), clock.instant());
            return state(tx, actor.userId());
        });
    }

    /** Staff lift everything that is open for this person, and that is written down; returns how many events it was. */
    public int clear(Actor operator, UUID userId) {
        return database.as(operator, tx -> {
            var cleared = store.cleared(tx, userId, clock.instant());
            if (cleared > 0) {
                audit.record(tx, operator, "safety.clear", userId, new Cleared(cleared));
            }
            return cleared;
        });
    }

    private record Cleared(int events) {}

    private static @Nullable String resumes(List<SafetyEventStore.Open> open) {
        if (open.isEmpty()) {
            return null;
        }
        return SafetyHolds.hold(open).map(SafetyHold::needsStaff).orElse(false)
                ? "Suggestions and reminders come back when a clinician has seen you and whoever runs this server has been"
                        + " told so."
                : "Suggestions and reminders come back as soon as you confirm that you are safe.";
    }
}
