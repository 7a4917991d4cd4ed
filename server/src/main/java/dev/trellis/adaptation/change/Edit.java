package dev.trellis.adaptation.change;

import dev.trellis.programs.CalendarEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a change would make of the calendar, or why it may not. */
public sealed interface Edit {
    /**
     * The entries that change, as they shall be.
     *
     * @param sentence all of it in one
     */
    record Changed(List<CalendarEvent> after, List<Difference> differences, String sentence) implements Edit {
        public Changed {
            after = List.copyOf(after);
            differences = List.copyOf(differences);
        }

        /** These entries with the changes in them. */
        public List<CalendarEvent> in(List<CalendarEvent> entries) {
            Map<UUID, CalendarEvent> changed =
                    after.stream().collect(Collectors.toMap(CalendarEvent::id, Function.identity()));
            return entries.stream()
                    .map(entry -> changed.getOrDefault(entry.id(), entry))
                    .toList();
        }
    }

    /**
     * It would break a limit.
     *
     * @param why     which one, in a sentence
     * @param allowed what would be possible, in a sentence
     */
    record Refused(String why, String allowed) implements Edit {
        /** Both. */
        public String words() {
            return why + " " + allowed;
        }
    }

    /** Something in the request makes no sense; a JSON pointer says where. */
    record Invalid(String pointer, String detail) implements Edit {}

    /** What is past or done stays as it is. */
    record TooLate(String why) implements Edit {}

    /** Nothing is different. */
    record Nothing(String why) implements Edit {}
}
