package dev.trellis.programs;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A change was made to a person's calendar, or taken back; {@code days} are those it left, came to or stayed on. */
@EventType("calendar.changed")
public record CalendarChanged(
        UUID userId, @JsonProperty("change_id") UUID subjectId, List<LocalDate> days) implements DomainEvent {
    public CalendarChanged {
        days = List.copyOf(days);
    }
}
