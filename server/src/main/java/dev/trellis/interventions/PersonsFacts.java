package dev.trellis.interventions;

import dev.trellis.identity.People;
import dev.trellis.identity.Profile;
import dev.trellis.identity.Profiles;
import dev.trellis.interventions.RecommendationStore.Tried;
import dev.trellis.interventions.recommendation.ContraindicationTag;
import dev.trellis.interventions.recommendation.PersonFacts;
import dev.trellis.safety.SafetyHolds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Gathers what the recommender must know about a person: what they told, what they tried, whether they are safe. */
@ApplicationScoped
class PersonsFacts {
    private static final int ADULT = 18;

    private final People people;
    private final Profiles profiles;
    private final SafetyHolds holds;
    private final RecommendationStore store;
    private final InstantSource clock;

    PersonsFacts(People people, Profiles profiles, SafetyHolds holds, RecommendationStore store, InstantSource clock) {
        this.people = people;
        this.profiles = profiles;
        this.holds = holds;
        this.store = store;
        this.clock = clock;
    }

    LocalDate today(Handle tx, UUID userId) {
        return people.days(tx, userId).dayOf(clock.instant());
    }

    PersonFacts of(Handle tx, UUID userId) {
        var today = today(tx, userId);
        var profile = profiles.of(tx, userId);
        var tried = store.tried(tx, userId);
        var lastCompleted = new HashMap<Integer, LocalDate>();
        tried.forEach(one -> {
            if (one.lastCompleted() != null) {
                lastCompleted.put(one.interventionId(), one.lastCompleted());
            }
        });
        return new PersonFacts(
                userId,
                today,
                flags(profile, today, true),
                flags(profile, today, false),
                tried.stream().filter(Tried::open).map(Tried::interventionId).collect(Collectors.toSet()),
                lastCompleted,
                tried.stream().collect(Collectors.toMap(Tried::interventionId, Tried::abandoned)),
                profile.cycleTracking(),
                holds.current(tx, userId).isPresent());
    }

    /** The flags answered this way; a birth date answers for {@code minor}, whatever was ticked. */
    private static Set<ContraindicationTag> flags(Profile profile, LocalDate today, boolean answer) {
        var flags = EnumSet.noneOf(ContraindicationTag.class);
        for (var tag : ContraindicationTag.values()) {
            if (profile.flag(tag.code()).filter(given -> given == answer).isPresent()) {
                flags.add(tag);
            }
        }
        profile.ageOn(today).ifPresent(age -> {
            flags.remove(ContraindicationTag.MINOR);
            if ((age < ADULT) == answer) {
                flags.add(ContraindicationTag.MINOR);
            }
        });
        return flags;
    }
}
