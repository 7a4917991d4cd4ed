package dev.trellis.adaptation.change;

import dev.trellis.adaptation.change.Edit.Refused;
import dev.trellis.adaptation.change.PlanLimits.Eating;
import dev.trellis.programs.CalendarDetail.MealDetail;
import dev.trellis.programs.CalendarEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds changed days to the least that has to be eaten (domain 01.5, 01.6). */
final class EatingLimits {
    private final @Nullable Eating limits;

    EatingLimits(@Nullable Eating limits) {
        this.limits = limits;
    }

    /** The first floor that a day falls below, or further below. */
    Optional<Refused> broken(List<CalendarEvent> before, List<CalendarEvent> after) {
        if (limits == null) {
            return Optional.empty();
        }
        var days = after.stream()
                .filter(entry -> entry.kind() == CalendarEvent.Kind.MEAL && !before.contains(entry))
                .flatMap(entry -> before.stream()
                        .filter(known -> known.id().equals(entry.id()))
                        .map(CalendarEvent::date))
                .collect(Collectors.toSet());
        return days.stream()
                .sorted()
                .flatMap(day -> belowFloor(limits, before, after, day).stream())
                .findFirst();
    }

    private static Optional<Refused> belowFloor(
            Eating limits, List<CalendarEvent> before, List<CalendarEvent> after, LocalDate day) {
        double kcal = sum(after, day, MealDetail::kcal);
        if (kcal < limits.kcalFloor() && kcal < sum(before, day, MealDetail::kcal)) {
            return Optional.of(
                    limits.showNumbers()
                            ? new Refused(
                                    "%s would bring %d kcal, less than the %d that are the least for you."
                                            .formatted(Days.words(day), Math.round(kcal), limits.kcalFloor()),
                                    "A smaller meal can be left out, or a food exchanged for another with as much energy.")
                            : new Refused(
                                    "That would leave too little to eat on %s.".formatted(Days.words(day)),
                                    "Exchange a food for another instead."));
        }
        double protein = sum(after, day, MealDetail::protein);
        return protein < limits.proteinFloor() && protein < sum(before, day, MealDetail::protein)
                ? Optional.of(new Refused(
                        "%s would bring too little protein: %d of at least %d g."
                                .formatted(Days.words(day), Math.round(protein), Math.round(limits.proteinFloor())),
                        "Choose a food with more protein, or leave out another one."))
                : Optional.empty();
    }

    private static double sum(List<CalendarEvent> entries, LocalDate day, ToDoubleFunction<MealDetail> part) {
        return entries.stream()
                .filter(entry -> entry.kind() == CalendarEvent.Kind.MEAL
                        && entry.status() == CalendarEvent.Status.PLANNED
                        && entry.date().equals(day))
                .mapToDouble(entry -> part.applyAsDouble(entry.meal()))
                .sum();
    }
}
