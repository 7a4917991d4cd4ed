package dev.trellis.adaptation;

import dev.trellis.adaptation.HandLinkStore.HandLink;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a person says belongs together, of one kind, as matching needs it. */
record HandLinks(List<HandLink> links) {
    HandLinks {
        links = List.copyOf(links);
    }

    /** The actual of each planned; what belongs to nothing is paired with itself, so that nothing else takes it. */
    Map<UUID, UUID> byPlanned() {
        var given = new HashMap<UUID, UUID>();
        links.forEach(
                link -> given.put(Objects.requireNonNullElse(link.plannedId(), link.actualId()), link.actualId()));
        return given;
    }

    Set<UUID> actuals() {
        return links.stream().map(HandLink::actualId).collect(Collectors.toSet());
    }

    boolean concerns(UUID plannedOrActual) {
        return links.stream()
                .anyMatch(link -> plannedOrActual.equals(link.plannedId()) || plannedOrActual.equals(link.actualId()));
    }

    /** These days, and those of everything that is linked to something on them. */
    NavigableSet<LocalDate> with(Collection<LocalDate> days) {
        var all = new TreeSet<>(days);
        for (var link : links) {
            var planned = link.plannedDay();
            if (planned != null && (days.contains(planned) || days.contains(link.actualDay()))) {
                all.add(planned);
                all.add(link.actualDay());
            }
        }
        return all;
    }

    /**
     * Whether matching these days decides what an actual belongs to: whatever was done on them, unless it is linked to
     * another day; and whatever is linked to one of them.
     */
    boolean isDecidedBetween(UUID actual, LocalDate day, LocalDate from, LocalDate to) {
        var planned = links.stream()
                .filter(link -> actual.equals(link.actualId()))
                .map(HandLink::plannedDay)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(day);
        return !planned.isBefore(from) && !planned.isAfter(to);
    }
}
