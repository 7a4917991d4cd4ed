package dev.trellis.adaptation;

import dev.trellis.adaptation.matching.Matching.Link;
import dev.trellis.programs.CalendarEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What belongs to what on some days.
 *
 * @param planned what is waited for on those days, whether something belongs to it or not
 * @param off     ids of what was planned for them and is not waited for any more
 * @param logged  of those days something is logged of this kind
 * @param known   what was written down before of what was planned
 */
record Pairing(
        PlannedKind kind,
        List<CalendarEvent> planned,
        Set<UUID> off,
        List<Link> links,
        Set<LocalDate> logged,
        List<AdherenceRecord> known) {
    Pairing {
        planned = List.copyOf(planned);
        off = Set.copyOf(off);
        links = List.copyOf(links);
        logged = Set.copyOf(logged);
        known = List.copyOf(known);
    }

    static Pairing of(
            PlannedKind kind,
            List<CalendarEvent> entries,
            List<Link> links,
            Set<LocalDate> logged,
            List<AdherenceRecord> known) {
        return new Pairing(
                kind,
                entries.stream().filter(Pairing::isWaitedFor).toList(),
                entries.stream()
                        .filter(entry -> !isWaitedFor(entry))
                        .map(CalendarEvent::itemId)
                        .collect(Collectors.toSet()),
                links,
                logged,
                known);
    }

    static boolean isWaitedFor(CalendarEvent entry) {
        return entry.status() == CalendarEvent.Status.PLANNED;
    }

    /** By the id of what was planned. */
    Map<UUID, Link> byPlanned() {
        return links.stream().collect(Collectors.toMap(Link::planned, Function.identity()));
    }

    /** By the id of what was done. */
    Map<UUID, Link> byActual() {
        return links.stream().collect(Collectors.toMap(Link::actual, Function.identity()));
    }
}
