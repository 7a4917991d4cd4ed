package dev.trellis.safety;

import dev.trellis.events.Events;
import dev.trellis.identity.People;
import dev.trellis.identity.Profiles;
import dev.trellis.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads every free text a person writes, in the transaction that stores it. What it finds is remembered and told to
 * whoever listens; the words are not.
 */
@ApplicationScoped
public class SafetyEvents {
    private final Triage triage;
    private final SafetyEventStore store;
    private final SafetyVoice voice;
    private final People people;
    private final Profiles profiles;
    private final Events events;
    private final InstantSource clock;

    SafetyEvents(
            Triage triage,
            SafetyEventStore store,
            SafetyVoice voice,
            People people,
            Profiles profiles,
            Events events,
            InstantSource clock) {
        this.triage = triage;
        this.store = store;
        this.voice = voice;
        this.people = people;
        this.profiles = profiles;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The gravest finding in these texts; from S1 on it is stored and published.
     *
     * @param source what is being read, such as {@code intake}
     */
    public TriageResult screen(Handle tx, Actor actor, String source, @Nullable String... freeTexts) {
        var result = read(tx, actor, freeTexts);
        if (result.isRaised()) {
            remember(tx, actor.userId(), source, result);
        }
        return result;
    }

    /**
     * As {@link #screened}, for words about somebody else, such as a trainer's about a student: whoever writes is told how
     * to help, and nothing of their own waits.
     */
    public @Nullable SafetyNotice screenedAboutAnother(
            Handle tx, Actor actor, String source, @Nullable String... freeTexts) {
        var found = read(tx, actor, freeTexts);
        if (!found.isRaised()) {
            return null;
        }
        var result = TriageResult.of(found.level(), found.topic(), SafetySubject.OTHER, found.tense(), found.layer());
        remember(tx, actor.userId(), source, result);
        return notice(tx, actor.userId(), result);
    }

    /** As {@link #screen}, and what to show the person beside the answer; null when there is nothing to say. */
    public @Nullable SafetyNotice screened(Handle tx, Actor actor, String source, @Nullable String... freeTexts) {
        return notice(tx, actor.userId(), screen(tx, actor, source, freeTexts));
    }

    /** What to show a person for a finding; null when there is nothing to say. */
    public @Nullable SafetyNotice notice(Handle tx, UUID userId, TriageResult result) {
        return result.isRaised() ? voice.notice(tx, userId, result) : null;
    }

    /** The general footer of every plan and summary: information, not medical advice. */
    public String footer(Handle tx, UUID userId) {
        return voice.footer(tx, userId);
    }

    private TriageResult read(Handle tx, Actor actor, @Nullable String... freeTexts) {
        var result = TriageResult.calm();
        @Nullable TriageContext context = null;
        for (var text : freeTexts) {
            if (text != null && !text.isBlank()) {
                context = context == null ? context(tx, actor.userId()) : context;
                result = result.or(triage.assess(text, context));
            }
        }
        return result;
    }

    private void remember(Handle tx, UUID userId, String source, TriageResult result) {
        var effects = SafetyEffects.of(result);
        var id = store.add(tx, userId, result, effects, source, clock.instant());
        events.publish(
                tx,
                new SafetyRaised(
                        userId,
                        id,
                        result.level(),
                        result.topic(),
                        result.subject(),
                        source,
                        effects.suspendsRecommendations()));
    }

    private TriageContext context(Handle tx, UUID userId) {
        var profile = profiles.of(tx, userId);
        var today = people.days(tx, userId).dayOf(clock.instant());
        return new TriageContext(
                today,
                profile.flag("pregnancy").orElse(false),
                profile.flag("diabetes_insulin").orElse(false),
                StructuredSigns.none());
    }
}
