package dev.trellis.adaptation;

import dev.trellis.adaptation.matching.Adherence;
import dev.trellis.identity.People;
import dev.trellis.platform.PersonDays;
import dev.trellis.platform.PersonTurn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/**
 * Compares some days of a person anew: what belongs to what, and what became of everything planned. The result depends on
 * what is logged and planned now and on nothing else, so it may be repeated at will; people take turns with themselves.
 */
@ApplicationScoped
class Rematching {
    private static final int ONE_STRETCH = 3;

    private final SessionMatching sessions;
    private final MealMatching meals;
    private final HandLinkStore handLinks;
    private final AdherenceStore records;
    private final Assessing assessing;
    private final People people;
    private final InstantSource clock;

    Rematching(
            SessionMatching sessions,
            MealMatching meals,
            HandLinkStore handLinks,
            AdherenceStore records,
            Assessing assessing,
            People people,
            InstantSource clock) {
        this.sessions = sessions;
        this.meals = meals;
        this.handLinks = handLinks;
        this.records = records;
        this.assessing = assessing;
        this.people = people;
        this.clock = clock;
    }

    /** Because activities of these days are new, or different, or gone. */
    void afterActivities(Handle tx, UUID userId, Collection<LocalDate> days) {
        PersonTurn.take(tx, userId);
        var own = people.days(tx, userId);
        sessions(tx, userId, own, days);
        meals(tx, userId, own, closed(own, days, Adherence.Item.MEAL));
    }

    /** Because entries of these days are new, or different, or gone. */
    void afterFood(Handle tx, UUID userId, Collection<LocalDate> days) {
        PersonTurn.take(tx, userId);
        var known = people.daysWithOthers(tx, userId);
        var links = handLinks.of(tx, userId, PlannedKind.MEAL);
        var own = known.get();
        meals(tx, userId, own, new HandLinks(links.get()), days);
        sessions(tx, userId, own, closed(own, days, Adherence.Item.SESSION));
    }

    /** Because something was told of these days that is neither training nor food; only what is over looks different then. */
    void afterWords(Handle tx, UUID userId, Collection<LocalDate> days) {
        var own = people.days(tx, userId);
        var forMeals = closed(own, days, Adherence.Item.MEAL);
        if (!forMeals.isEmpty()) {
            PersonTurn.take(tx, userId);
            meals(tx, userId, own, forMeals);
            sessions(tx, userId, own, closed(own, days, Adherence.Item.SESSION));
        }
    }

    /** Because an activity of these days was taken back; one that was linked by hand may leave a session of another day. */
    void afterActivitiesGone(Handle tx, UUID userId, Collection<LocalDate> days) {
        PersonTurn.take(tx, userId);
        afterActivities(tx, userId, withBereft(tx, userId, days));
    }

    /** Because an entry of these days was taken back. */
    void afterFoodGone(Handle tx, UUID userId, Collection<LocalDate> days) {
        PersonTurn.take(tx, userId);
        afterFood(tx, userId, withBereft(tx, userId, days));
    }

    private Collection<LocalDate> withBereft(Handle tx, UUID userId, Collection<LocalDate> days) {
        var all = new TreeSet<>(days);
        all.addAll(records.bereft(tx, userId));
        return all;
    }

    /** Because something else about these days is different, such as what was planned. */
    void all(Handle tx, UUID userId, Collection<LocalDate> days) {
        PersonTurn.take(tx, userId);
        var own = people.days(tx, userId);
        sessions(tx, userId, own, days);
        meals(tx, userId, own, days);
    }

    /** On those, that something is logged at all tells a skipped item from an unknown one. */
    private List<LocalDate> closed(PersonDays own, Collection<LocalDate> days, Adherence.Item item) {
        var now = clock.instant();
        return days.stream()
                .filter(day -> item.isClosed(own.startOf(day.plusDays(1)), now))
                .toList();
    }

    private void sessions(Handle tx, UUID userId, PersonDays own, Collection<LocalDate> days) {
        if (!days.isEmpty()) {
            var hand =
                    new HandLinks(handLinks.of(tx, userId, PlannedKind.SESSION).get());
            var pairings = new ArrayList<Pairing>();
            inStretches(
                    hand.with(days), (first, last) -> pairings.add(sessions.match(tx, userId, own, hand, first, last)));
            assessing.assess(tx, userId, own, pairings);
        }
    }

    private void meals(Handle tx, UUID userId, PersonDays own, Collection<LocalDate> days) {
        if (!days.isEmpty()) {
            meals(
                    tx,
                    userId,
                    own,
                    new HandLinks(handLinks.of(tx, userId, PlannedKind.MEAL).get()),
                    days);
        }
    }

    private void meals(Handle tx, UUID userId, PersonDays own, HandLinks hand, Collection<LocalDate> days) {
        var pairings = new ArrayList<Pairing>();
        inStretches(hand.with(days), (first, last) -> pairings.add(meals.match(tx, userId, own, hand, first, last)));
        assessing.assess(tx, userId, own, pairings);
    }

    /** Days near one another go together. */
    private static void inStretches(NavigableSet<LocalDate> days, BiConsumer<LocalDate, LocalDate> match) {
        var left = new TreeSet<>(days);
        while (!left.isEmpty()) {
            var first = left.pollFirst();
            var last = first;
            while (!left.isEmpty() && !left.first().isAfter(last.plusDays(ONE_STRETCH))) {
                last = left.pollFirst();
            }
            match.accept(first, last);
        }
    }
}
