package dev.trellis.platform.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;

/** Days and moments in JSON: text as RFC 3339 has it, in the years the {@link Calendar} takes; no numbers, no arrays. */
final class JsonDates {
    private static final String DAY = "A day is written like 2026-11-20.";
    private static final String MOMENT = "A moment is written like 2026-11-20T08:30:00Z.";

    private JsonDates() {}

    static void addTo(SimpleModule module) {
        module.addDeserializer(
                LocalDate.class, new Text<>(LocalDate.class, DAY, text -> Calendar.within(LocalDate.parse(text))));
        module.addDeserializer(
                Instant.class,
                new Text<>(
                        Instant.class,
                        MOMENT,
                        text -> Calendar.within(OffsetDateTime.parse(text).toInstant())));
    }

    private static final class Text<T> extends StdScalarDeserializer<T> {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String expectation;
        private final transient Function<String, T> read;

        Text(Class<T> type, String expectation, Function<String, T> read) {
            super(type);
            this.expectation = expectation;
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                try {
                    return read.apply(parser.getText());
                } catch (RuntimeException e) {
                    // Not a date, or outside the calendar: the same refusal.
                }
            }
            throw JsonMappingException.from(parser, expectation, new IllegalArgumentException(expectation));
        }
    }
}
