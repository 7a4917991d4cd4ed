package dev.trellis.adaptation;

import dev.trellis.adaptation.matching.Adherence;
import dev.trellis.adaptation.matching.AdherenceStatus;
import dev.trellis.adaptation.matching.Matching.Link;
import dev.trellis.adaptation.matching.PeriodAdherence;
import dev.trellis.events.Events;
import dev.trellis.nutrition.FoodEntryLinks;
import dev.trellis.platform.PersonDay;
import dev.trellis.platform.PersonDays;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.tracking.TrackedDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Says what became of planned items that were matched (domain 04.5), writes it down, and tells what is new of it. */
@ApplicationScoped
class Assessing {
    private final AdherenceStore store;
    private final TrackedDays tracked;
    private final FoodEntryLinks entries;
    private final Events events;
    private final InstantSource clock;

    Assessing(AdherenceStore store, TrackedDays tracked, FoodEntryLinks entries, Events events, InstantSource clock) {
        this.store = store;
        this.tracked = tracked;
        this.entries = entries;
        this.events = events;
        this.clock = clock;
    }

    void assess(Handle tx, UUID userId, PersonDays own, List<Pairing> pairings) {
        var items = pairings.stream().flatMap(pairing -> items(pairing, own)).toList();
        var off = pairings.stream().flatMap(pairing -> pairing.off().stream()).collect(Collectors.toSet());
        if (items.isEmpty() && off.isEmpty()) {
            return;
        }
        var before = pairings.stream()
                .flatMap(pairing -> pairing.known().stream())
                .collect(Collectors.toMap(AdherenceRecord::itemId, Function.identity(), (first, again) -> first));
        var logged =
                pairings.stream().flatMap(pairing -> pairing.logged().stream()).collect(Collectors.toSet());
        var covered = covered(tx, userId, items, logged);
        var changed = new ArrayList<AdherenceRecord>();
        for (var item : items) {
            var known = before.get(item.planned().itemId());
            var record = record(item, known, covered.contains(item.planned().date()));
            boolean isNews = known == null ? item.link() != null || item.closed() : !record.saysTheSameAs(known);
            if (isNews) {
                changed.add(record);
            }
        }
        off.retainAll(before.keySet());
        write(tx, userId, changed, off, before);
    }

    /** Writes down what the person says themselves of something planned; it stays until they take it back. */
    void mark(Handle tx, UUID userId, CalendarEvent planned, AdherenceStatus status, @Nullable BigDecimal dose) {
        var before = before(tx, userId, planned);
        var known = before.get(planned.itemId());
        var amount = dose == null ? null : (Double) dose.doubleValue();
        var item = new Item(PlannedKind.of(planned), planned, null, false);
        var told = record(item, new Adherence(status, amount, false), true, null, clock.instant());
        write(tx, userId, List.of(known == null ? told : told.with(known)), Set.of(), before);
    }

    /** Forgets what the person said; what is computed follows. */
    void unmark(Handle tx, UUID userId, CalendarEvent planned) {
        var before = before(tx, userId, planned);
        var known = before.get(planned.itemId());
        if (known != null && known.marked()) {
            write(tx, userId, List.of(known.unmarked()), Set.of(), Map.of(known.itemId(), known.unmarked()));
        }
    }

    private Map<UUID, AdherenceRecord> before(Handle tx, UUID userId, CalendarEvent planned) {
        return store.of(tx, userId, Set.of(planned.itemId())).stream()
                .collect(Collectors.toMap(AdherenceRecord::itemId, Function.identity()));
    }

    /** A planned item with what belongs to it. */
    private record Item(
            PlannedKind kind,
            CalendarEvent planned,
            @Nullable Link link,
            boolean closed) {}

    private Stream<Item> items(Pairing pairing, PersonDays own) {
        var links = pairing.byPlanned();
        var now = clock.instant();
        return pairing.planned().stream()
                .map(planned -> new Item(
                        pairing.kind(),
                        planned,
                        links.get(planned.itemId()),
                        pairing.kind()
                                .item()
                                .isClosed(own.startOf(planned.date().plusDays(1)), now)));
    }

    /** Asked only where it matters: of days with something that is over and that nothing belongs to. */
    private Set<LocalDate> covered(Handle tx, UUID userId, List<Item> items, Set<LocalDate> logged) {
        var covered = new HashSet<>(logged);
        var asked = items.stream()
                .filter(item -> item.link() == null && item.closed())
                .map(item -> item.planned().date())
                .filter(day -> !covered.contains(day))
                .map(day -> new PersonDay(userId, day))
                .collect(Collectors.toSet());
        if (!asked.isEmpty()) {
            tracked.among(tx, asked).forEach(day -> covered.add(day.day()));
            entries.daysWithEntry(tx, asked).forEach(day -> covered.add(day.day()));
        }
        return covered;
    }

    private AdherenceRecord record(Item item, @Nullable AdherenceRecord known, boolean covered) {
        var link = item.link();
        var marked = known != null && known.marked() ? known.status() : null;
        var adherence = link != null && link.byHand()
                ? Adherence.ofHandLink(item.kind().item(), link.similarity(), item.closed(), marked)
                : Adherence.of(
                        item.kind().item(), link == null ? null : link.similarity(), item.closed(), covered, marked);
        var told = known == null || marked == null ? null : known.dose();
        return record(item, adherence, marked != null, told, clock.instant());
    }

    /** @param told how much of it, as the person said when they marked it */
    private static AdherenceRecord record(
            Item item, Adherence adherence, boolean marked, @Nullable BigDecimal told, Instant now) {
        var link = item.link();
        var planned = item.planned();
        var dose = told != null ? told : Figures.shareOrNull(adherence.dose());
        var counted = new Adherence(adherence.status(), dose == null ? null : (Double) dose.doubleValue(), false);
        return new AdherenceRecord(
                planned.programId(),
                planned.itemId(),
                item.kind(),
                planned.date(),
                adherence.status(),
                marked,
                dose,
                adherence.status() == AdherenceStatus.UNKNOWN ? null : Figures.share(PeriodAdherence.credit(counted)),
                link == null ? null : Figures.share(link.similarity().score()),
                adherence.overshoot(),
                link == null ? 0 : link.movedDays(),
                link == null || item.kind() != PlannedKind.SESSION ? null : link.actual(),
                link == null || item.kind() != PlannedKind.MEAL ? null : link.actual(),
                link == null ? Map.of() : Figures.components(link.similarity()),
                now);
    }

    /** Writes records and forgets others; only another status is news to anybody. */
    void write(
            Handle tx,
            UUID userId,
            List<AdherenceRecord> changed,
            Collection<UUID> forgotten,
            Map<UUID, AdherenceRecord> before) {
        if (!forgotten.isEmpty()) {
            store.remove(tx, userId, forgotten);
        }
        if (changed.isEmpty()) {
            return;
        }
        store.upsert(tx, userId, changed);
        events.publishAll(
                tx,
                changed.stream()
                        .flatMap(record -> news(userId, record, before.get(record.itemId())).stream())
                        .toList());
    }

    private static Optional<AdherenceAssessed> news(
            UUID userId, AdherenceRecord record, @Nullable AdherenceRecord known) {
        var previous = known == null ? AdherenceStatus.UNKNOWN : known.status();
        return previous == record.status()
                ? Optional.empty()
                : Optional.of(new AdherenceAssessed(
                        userId,
                        record.itemId(),
                        record.kind(),
                        record.date(),
                        known == null ? null : previous,
                        record.status(),
                        record.marked()));
    }
}
