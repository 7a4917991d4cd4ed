package dev.trellis.adaptation.change;

import dev.trellis.adaptation.change.Edit.Changed;
import dev.trellis.adaptation.change.Edit.Refused;
import dev.trellis.adaptation.change.Edit.TooLate;
import dev.trellis.programs.CalendarEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Some weeks of a calendar, as a change by hand sees them.
 *
 * @param entries of the weeks concerned and of the two before, by day and time
 * @param done    ids of the planned items that were done, in whole or in part, or that the person has spoken about
 */
public record Plan(List<CalendarEvent> entries, Set<UUID> done, PlanLimits limits) {
    public Plan {
        entries = List.copyOf(entries);
        done = Set.copyOf(done);
    }

    /** The entry of a planned session or meal, when it lies in these weeks. */
    public Optional<CalendarEvent> item(UUID itemId) {
        return entries.stream().filter(entry -> entry.itemId().equals(itemId)).findFirst();
    }

    /** Why an entry may no longer be changed, when it may not. */
    public Optional<Edit> tooLate(CalendarEvent entry) {
        if (done.contains(entry.itemId())) {
            return Optional.of(new TooLate(
                    "%s on %s is done; what is done stays.".formatted(entry.title(), Days.words(entry.date()))));
        }
        return entry.date().isBefore(limits.today())
                ? Optional.of(new TooLate("%s was on %s; what is past stays as it was."
                        .formatted(entry.title(), Days.words(entry.date()))))
                : Optional.empty();
    }

    /** The change, or the limit that it would break. */
    public Edit within(Changed changed) {
        var after = changed.in(entries);
        return broken(after).<Edit>map(refused -> refused).orElse(changed);
    }

    /** The limit that is broken by having these entries instead. */
    Optional<Refused> broken(List<CalendarEvent> after) {
        return new TrainingLimits(limits, entries, after)
                .broken()
                .or(() -> new EatingLimits(limits.eating()).broken(entries, after));
    }
}
