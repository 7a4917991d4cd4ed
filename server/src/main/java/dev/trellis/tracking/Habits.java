package dev.trellis.tracking;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The habits of people. Those of an intervention begin, rest and end with its period, matched by id, never by name. */
@ApplicationScoped
public class Habits {
    private final Database database;
    private final HabitStore store;

    Habits(Database database, HabitStore store) {
        this.database = database;
        this.store = store;
    }

    /** A habit to take on; {@code scheduledDays} as in {@link Habit}. */
    public record NewHabit(String name, @Nullable List<Integer> scheduledDays) {}

    /** One page of a person's habits, newest first; of one status, or of all. */
    public Page<Habit> list(Actor actor, Habit.@Nullable Status status, PageRequest page) {
        var rows = database.as(actor, tx -> store.list(tx, actor.userId(), status, page));
        return Page.of(rows, page, habit -> new Cursor(habit.id()));
    }

    /** Takes on the habits of a period, in their order. */
    public List<Habit> adopt(Handle tx, UUID userId, UUID periodId, List<NewHabit> habits) {
        return store.insert(tx, userId, periodId, habits);
    }

    /** The habits of a period, in the order they were taken on. */
    public List<Habit> ofPeriod(Handle tx, UUID userId, UUID periodId) {
        return store.ofPeriods(tx, userId, List.of(periodId));
    }

    /** The habits of these periods, by period; periods without any are absent. */
    public Map<UUID, List<Habit>> ofPeriods(Handle tx, UUID userId, List<UUID> periodIds) {
        return store.ofPeriods(tx, userId, periodIds).stream()
                .collect(Collectors.groupingBy(habit -> Objects.requireNonNull(habit.interventionPeriodId())));
    }

    /** Moves a period's habits from one status to another; those in a third stay where they are. */
    public void move(Handle tx, UUID userId, UUID periodId, Habit.Status from, Habit.Status to) {
        store.move(tx, List.of(userId), List.of(periodId), from, to);
    }

    /** Completes the active habits of many periods at once; repeating it changes nothing. */
    public void complete(Handle tx, List<UUID> userIds, List<UUID> periodIds) {
        store.move(tx, userIds, periodIds, Habit.Status.ACTIVE, Habit.Status.COMPLETED);
    }
}
