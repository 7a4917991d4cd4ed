package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.adaptation.matching.Adherence;
import dev.trellis.programs.CalendarEvent;

/** What kind of thing was planned. */
public enum PlannedKind {
    @JsonProperty("session")
    SESSION(Adherence.Item.SESSION),
    @JsonProperty("meal")
    MEAL(Adherence.Item.MEAL);

    private final Adherence.Item item;

    PlannedKind(Adherence.Item item) {
        this.item = item;
    }

    /** As the rules of adherence call it. */
    public Adherence.Item item() {
        return item;
    }

    /** Of an entry of the calendar. */
    public static PlannedKind of(CalendarEvent event) {
        return event.kind() == CalendarEvent.Kind.SESSION ? SESSION : MEAL;
    }
}
