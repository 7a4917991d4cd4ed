package dev.trellis.adaptation;

import dev.trellis.nutrition.FoodEntry;
import dev.trellis.nutrition.FoodEntryLinks;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.PersonTurn;
import dev.trellis.programs.Calendar;
import dev.trellis.tracking.Activity;
import dev.trellis.tracking.ActivityLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Lets a person say themselves what they did for which planned item; matching works around it. */
@ApplicationScoped
public class HandLinking {
    private final Database database;
    private final HandLinkStore store;
    private final Calendar calendar;
    private final ActivityLinks activities;
    private final FoodEntryLinks entries;
    private final Rematching rematching;

    HandLinking(
            Database database,
            HandLinkStore store,
            Calendar calendar,
            ActivityLinks activities,
            FoodEntryLinks entries,
            Rematching rematching) {
        this.database = database;
        this.store = store;
        this.calendar = calendar;
        this.activities = activities;
        this.entries = entries;
        this.rematching = rematching;
    }

    /**
     * Gives an activity to a planned session, on whatever day that is.
     *
     * @param sessionId null when it belongs to nothing that was planned
     */
    public HandLinkResult<Activity> linkActivity(Actor actor, UUID activityId, @Nullable UUID sessionId) {
        return database.as(actor, tx -> activity(tx, actor, activityId).link(tx, sessionId));
    }

    /** Leaves an activity to matching again. */
    public HandLinkResult<Activity> releaseActivity(Actor actor, UUID activityId) {
        return database.as(actor, tx -> activity(tx, actor, activityId).release(tx));
    }

    /**
     * Gives what was eaten to a planned meal.
     *
     * @param mealId null when it belongs to nothing that was planned
     */
    public HandLinkResult<FoodEntry> linkEntry(Actor actor, UUID entryId, @Nullable UUID mealId) {
        return database.as(actor, tx -> entry(tx, actor, entryId).link(tx, mealId));
    }

    /** Leaves an entry to matching again. */
    public HandLinkResult<FoodEntry> releaseEntry(Actor actor, UUID entryId) {
        return database.as(actor, tx -> entry(tx, actor, entryId).release(tx));
    }

    private Actual<Activity> activity(Handle tx, Actor actor, UUID id) {
        return new Actual<>(
                actor.userId(),
                PlannedKind.SESSION,
                id,
                () -> activities.find(tx, actor.userId(), id),
                Activity::day,
                Activity::plannedSessionInstanceId);
    }

    private Actual<FoodEntry> entry(Handle tx, Actor actor, UUID id) {
        return new Actual<>(
                actor.userId(),
                PlannedKind.MEAL,
                id,
                () -> entries.find(tx, actor.userId(), id),
                FoodEntry::day,
                FoodEntry::plannedMealInstanceId);
    }

    /** Something that was done, of either kind. */
    private final class Actual<T> {
        private final UUID userId;
        private final PlannedKind kind;
        private final UUID id;
        private final Supplier<Optional<T>> found;
        private final Function<T, LocalDate> day;
        private final Function<T, @Nullable UUID> planned;

        Actual(
                UUID userId,
                PlannedKind kind,
                UUID id,
                Supplier<Optional<T>> found,
                Function<T, LocalDate> day,
                Function<T, @Nullable UUID> planned) {
            this.userId = userId;
            this.kind = kind;
            this.id = id;
            this.found = found;
            this.day = day;
            this.planned = planned;
        }

        HandLinkResult<T> link(Handle tx, @Nullable UUID plannedId) {
            PersonTurn.take(tx, userId);
            var actual = found.get();
            if (actual.isEmpty()) {
                return new HandLinkResult.NoSuchActual<>();
            }
            var days = daysOf(tx, actual.get());
            if (plannedId != null) {
                var item = calendar.ofItems(tx, userId, Set.of(plannedId)).stream()
                        .filter(event -> PlannedKind.of(event) == kind)
                        .findFirst();
                if (item.isEmpty()) {
                    return new HandLinkResult.NoSuchPlan<>();
                }
                if (!Pairing.isWaitedFor(item.get())) {
                    return new HandLinkResult.CalledOff<>();
                }
                days.add(item.get().date());
                // Whatever was linked to it before is free again, on its own day.
                store.of(tx, userId, kind).get().stream()
                        .filter(link -> plannedId.equals(link.plannedId()))
                        .forEach(link -> days.add(link.actualDay()));
            }
            store.put(tx, userId, kind, id, plannedId);
            return rematched(tx, days);
        }

        HandLinkResult<T> release(Handle tx) {
            PersonTurn.take(tx, userId);
            var actual = found.get();
            if (actual.isEmpty()) {
                return new HandLinkResult.NoSuchActual<>();
            }
            store.remove(tx, userId, kind, id);
            return rematched(tx, daysOf(tx, actual.get()));
        }

        /** Its own, and that of what it belonged to until now. */
        private Set<LocalDate> daysOf(Handle tx, T actual) {
            var days = new TreeSet<>(Set.of(day.apply(actual)));
            var item = planned.apply(actual);
            if (item != null) {
                calendar.ofItems(tx, userId, Set.of(item)).forEach(event -> days.add(event.date()));
            }
            return days;
        }

        private HandLinkResult<T> rematched(Handle tx, Set<LocalDate> days) {
            if (kind == PlannedKind.SESSION) {
                rematching.afterActivities(tx, userId, days);
            } else {
                rematching.afterFood(tx, userId, days);
            }
            return new HandLinkResult.Linked<>(found.get().orElseThrow());
        }
    }
}
