package dev.trellis.adaptation;

import dev.trellis.adaptation.matching.Matching;
import dev.trellis.adaptation.matching.Matching.Link;
import dev.trellis.nutrition.FoodEntry;
import dev.trellis.nutrition.FoodEntryLinks;
import dev.trellis.nutrition.FoodEntryLinks.FoodEntryLink;
import dev.trellis.nutrition.Foods;
import dev.trellis.platform.PersonDays;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Matches what was eaten with planned meals of the same day (domain 04.3, 04.4). */
@ApplicationScoped
class MealMatching {
    private final Calendar calendar;
    private final FoodEntryLinks entries;
    private final Foods foods;
    private final AdherenceStore records;

    MealMatching(Calendar calendar, FoodEntryLinks entries, Foods foods, AdherenceStore records) {
        this.calendar = calendar;
        this.entries = entries;
        this.foods = foods;
        this.records = records;
    }

    /** Of meals and entries of days from one to another, both included. */
    Pairing match(Handle tx, UUID userId, PersonDays days, HandLinks hand, LocalDate from, LocalDate to) {
        var ofCalendar = calendar.between(tx, userId, from, to, CalendarEvent.Kind.MEAL);
        var ofEntries = entries.around(tx, userId, from, to, hand.actuals());
        var known = records.ofMeals(tx, userId, from, to);
        var planned = ofCalendar.get();
        var eaten = ofEntries.get();
        var categories = planned.isEmpty() || eaten.isEmpty() ? Map.<String, String>of() : foods.categories(tx);
        var links = Matching.meals(
                planned.stream()
                        .filter(Pairing::isWaitedFor)
                        .map(meal -> Compared.planned(meal, categories))
                        .toList(),
                eaten.stream()
                        .map(entry -> Compared.eaten(entry, days, categories))
                        .toList(),
                hand.byPlanned());
        var pairing = Pairing.of(
                PlannedKind.MEAL,
                planned,
                links,
                eaten.stream().map(FoodEntry::day).collect(Collectors.toSet()),
                known.get());
        note(
                tx,
                userId,
                pairing,
                eaten.stream()
                        .filter(entry -> hand.isDecidedBetween(entry.id(), entry.day(), from, to))
                        .toList());
        return pairing;
    }

    /** The parts of the comparison may have changed where the link has not. */
    private void note(Handle tx, UUID userId, Pairing pairing, List<FoodEntry> eaten) {
        var links = pairing.byActual();
        var changed = new ArrayList<FoodEntryLink>();
        for (var entry : eaten) {
            var link = links.get(entry.id());
            if (link != null) {
                var score = Figures.share(link.similarity().score());
                changed.add(new FoodEntryLink(entry.id(), link.planned(), score, parts(link)));
            } else if (entry.plannedMealInstanceId() != null) {
                changed.add(new FoodEntryLink(entry.id(), null, null, null));
            }
        }
        if (!changed.isEmpty()) {
            entries.write(tx, userId, changed);
        }
    }

    private static Map<String, Object> parts(Link link) {
        var similarity = link.similarity();
        return Map.of(
                "score", Figures.share(similarity.score()),
                "confidence", Figures.share(similarity.confidence()),
                "kind", Figures.share(similarity.kind()),
                "dose", Figures.share(Objects.requireNonNullElse(similarity.dose(), 1.0)),
                "by_hand", link.byHand(),
                "components", Figures.components(similarity));
    }
}
