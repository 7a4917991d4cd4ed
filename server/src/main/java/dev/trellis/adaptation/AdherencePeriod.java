package dev.trellis.adaptation;

import java.time.LocalDate;
import java.util.List;

/** What became of everything planned from one day to another, both included, and what that comes to. */
public record AdherencePeriod(
        LocalDate from,
        LocalDate to,
        PeriodFigure all,
        PeriodFigure sessions,
        PeriodFigure meals,
        List<AdherenceRecord> items) {
    public AdherencePeriod {
        items = List.copyOf(items);
    }
}
