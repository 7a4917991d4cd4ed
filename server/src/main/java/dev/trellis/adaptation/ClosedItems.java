package dev.trellis.adaptation;

import dev.trellis.adaptation.ClosingStore.Open;
import dev.trellis.events.Events;
import dev.trellis.nutrition.FoodEntryLinks;
import dev.trellis.platform.Database;
import dev.trellis.platform.PersonDay;
import dev.trellis.tracking.TrackedDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Closes what nothing more is waited for: skipped where the person logged anything at all that day, unknown where they
 * were silent. Set-based, some hundred people a transaction; whoever logs at that moment is right.
 */
@ApplicationScoped
public class ClosedItems {
    /** Nowhere on Earth is the date later than here. */
    private static final ZoneId EARLIEST_TO_SEE_A_DAY = ZoneId.of("Pacific/Kiritimati");
    /** What is older was closed long ago, or belongs to days on which nothing ran. */
    private static final int DAYS_BACK = 21;

    private final Database database;
    private final ClosingStore store;
    private final TrackedDays tracked;
    private final FoodEntryLinks entries;
    private final Events events;
    private final InstantSource clock;

    ClosedItems(
            Database database,
            ClosingStore store,
            TrackedDays tracked,
            FoodEntryLinks entries,
            Events events,
            InstantSource clock) {
        this.database = database;
        this.store = store;
        this.tracked = tracked;
        this.entries = entries;
        this.events = events;
        this.clock = clock;
    }

    /** How far it is: the last person looked at, null when there are no more; and how many items were closed. */
    public record Batch(@Nullable UUID last, int closed) {}

    /** Closes what is over for the next so many people, by their ids; {@code after} is null for the first. */
    public Batch closeNext(@Nullable UUID after, int people) {
        return database.asJob(tx -> {
            var now = clock.instant();
            var to = LocalDate.ofInstant(now, EARLIEST_TO_SEE_A_DAY);
            var from = to.minusDays(DAYS_BACK);
            Optional<UUID> last = store.lastOfNext(tx, after, people, from, to);
            return last.map(user -> new Batch(user, close(tx, store.open(tx, after, user, from, to, now), now)))
                    .orElseGet(() -> new Batch(null, 0));
        });
    }

    private int close(Handle tx, List<Open> items, Instant now) {
        var fresh = items.stream().filter(item -> !item.assessed()).toList();
        if (!fresh.isEmpty()) {
            store.addUnknown(tx, fresh, now);
        }
        var covered = covered(tx, items);
        var skipped = items.stream()
                .filter(item -> item.actual() || covered.contains(item.day()))
                .toList();
        if (skipped.isEmpty()) {
            return fresh.size();
        }
        var news = store.skip(tx, skipped, now);
        events.publishAll(tx, news);
        return Math.max(fresh.size(), news.size());
    }

    private Set<PersonDay> covered(Handle tx, List<Open> items) {
        var days = items.stream().map(Open::day).collect(Collectors.toSet());
        if (days.isEmpty()) {
            return days;
        }
        var covered = new HashSet<>(tracked.among(tx, days));
        covered.addAll(entries.daysWithEntry(tx, days));
        return covered;
    }
}
