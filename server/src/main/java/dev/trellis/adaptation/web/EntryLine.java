package dev.trellis.adaptation.web;

import dev.trellis.adaptation.AdherenceRecord;
import dev.trellis.programs.CalendarEvent;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was planned beside what became of it.
 *
 * @param record null as long as nothing is known
 */
public record EntryLine(CalendarEvent entry, @Nullable AdherenceRecord record) {
    /** Where its page is. */
    public String address() {
        return CalendarPages.ROOT + "/entries/" + entry.id();
    }

    public boolean session() {
        return entry.kind() == CalendarEvent.Kind.SESSION;
    }

    public boolean off() {
        return entry.status() == CalendarEvent.Status.OFF;
    }

    /** Whether it is not as the program planned it. */
    public boolean changed() {
        return !entry.changes().isEmpty();
    }

    public boolean moved() {
        return !entry.date().equals(entry.plannedDate());
    }

    /** Whether to say that it is not as it was planned; of what is off that is plain. */
    public boolean noted() {
        return moved() || (changed() && !off());
    }

    public LocalDate plannedDate() {
        return entry.plannedDate();
    }

    /** How much: minutes of a session; nothing of a meal, whose numbers are not for everybody. */
    public String amount() {
        return session() && !off() ? entry.session().minutes() + " min" : "";
    }

    /** What a meal is made of; nothing of a session, or of a meal without foods. */
    public String foods() {
        return session()
                ? ""
                : entry.meal().items().stream()
                        .map(item -> item.grams() + " g " + item.name())
                        .collect(Collectors.joining("; "));
    }

    /** What became of it, in a word or two; empty while it is waited for. */
    public String outcome() {
        if (off()) {
            return "off";
        }
        return record == null
                ? ""
                : switch (record.status()) {
                    case COMPLETED -> record.overshoot() ? "done, and more" : "done";
                    case PARTIAL -> record.overshoot() ? "more than planned" : "partly done";
                    case SIMILAR -> "something similar";
                    case SKIPPED -> "skipped";
                    case UNKNOWN -> "not known";
                };
    }

    /** The colour of the outcome. */
    public String tone() {
        return record == null || off()
                ? ""
                : switch (record.status()) {
                    case COMPLETED, SIMILAR -> "leaf";
                    case PARTIAL -> "sun";
                    case SKIPPED, UNKNOWN -> "";
                };
    }
}
