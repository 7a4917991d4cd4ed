package dev.trellis.nutrition;

import dev.trellis.platform.Json;
import dev.trellis.platform.PersonDay;
import dev.trellis.platform.Together;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Which entry belongs to which planned meal: read and written by whoever knows the plan. */
@ApplicationScoped
public class FoodEntryLinks {
    private final FoodEntryStore store;
    private final Json json;

    FoodEntryLinks(FoodEntryStore store, Json json) {
        this.store = store;
        this.json = json;
    }

    /**
     * What an entry was matched to.
     *
     * @param mealId null when it belongs to nothing that was planned
     * @param score how close it is, 0 to 1; null with it
     * @param adherence every part of the comparison, for {@code adherence_json}; null with it
     */
    public record FoodEntryLink(
            UUID entryId,
            @Nullable UUID mealId,
            @Nullable BigDecimal score,
            @Nullable Object adherence) {}

    /**
     * Entries of these days, both included, and those of these ids whenever they were; the earliest first. Read together
     * with whatever else is read.
     */
    public Supplier<List<FoodEntry>> around(
            Handle tx, UUID userId, LocalDate from, LocalDate to, Collection<UUID> besides) {
        return store.around(tx, userId, from, to, besides);
    }

    /** The entry, when the person has it. */
    public Optional<FoodEntry> find(Handle tx, UUID userId, UUID id) {
        return store.find(tx, userId, id).get();
    }

    /** Those of these days with an entry. */
    public Set<PersonDay> daysWithEntry(Handle tx, Collection<PersonDay> days) {
        return tx.createQuery("""
                        select d.user_id, d.day
                          from unnest(:users::uuid[], :days::date[]) as d (user_id, day)
                         where exists (select from food_entries f where f.user_id = d.user_id and f.day = d.day)
                        """)
                .bindArray(
                        "users",
                        UUID.class,
                        days.stream().map(PersonDay::userId).toList())
                .bindArray(
                        "days",
                        LocalDate.class,
                        days.stream().map(PersonDay::day).toList())
                .mapTo(PersonDay.class)
                .set();
    }

    /** Writes down what entries belong to. */
    public void write(Handle tx, UUID userId, List<FoodEntryLink> links) {
        Together.write(tx.createUpdate("""
                        update food_entries f
                           set planned_meal_instance_id = l.meal_id, similarity_score = l.score,
                               adherence_json = l.adherence::jsonb
                          from unnest(:ids::uuid[], :meals::uuid[], :scores::numeric[], :adherence::text[])
                               as l (id, meal_id, score, adherence)
                         where f.user_id = :user and f.id = l.id
                        """)
                .bind("user", userId)
                .bindArray(
                        "ids",
                        UUID.class,
                        links.stream().map(FoodEntryLink::entryId).toList())
                .bindArray(
                        "meals",
                        UUID.class,
                        links.stream().map(FoodEntryLink::mealId).toArray())
                .bindArray(
                        "scores",
                        BigDecimal.class,
                        links.stream().map(FoodEntryLink::score).toArray())
                .bindArray(
                        "adherence",
                        String.class,
                        links.stream()
                                .map(link -> link.adherence() == null ? null : json.write(link.adherence()))
                                .toArray()));
    }
}
