package dev.trellis.platform.web;

import dev.trellis.platform.ProblemException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How path and query parameters are read. What cannot be an address leads nowhere: a malformed id in a path is a 404.
 * What cannot be asked for is named: a malformed query parameter is a 422 with its pointer.
 */
@Provider
public class Parameters implements ParamConverterProvider {
    private static final Map<Class<?>, Reader> READERS = Map.ofEntries(
            Map.entry(UUID.class, new Reader("an id such as 0194a000-0000-7000-8000-000000000001", Parameters::id)),
            Map.entry(LocalDate.class, new Reader("a day such as 2026-11-20", Parameters::day)),
            Map.entry(Instant.class, new Reader("a moment such as 2026-11-20T08:30:00Z", Parameters::moment)),
            Map.entry(Integer.class, new Reader("a whole number", Integer::valueOf)),
            Map.entry(int.class, new Reader("a whole number", Integer::valueOf)),
            Map.entry(Long.class, new Reader("a whole number", Long::valueOf)),
            Map.entry(long.class, new Reader("a whole number", Long::valueOf)),
            Map.entry(Boolean.class, new Reader("true or false", Parameters::flag)),
            Map.entry(boolean.class, new Reader("true or false", Parameters::flag)),
            Map.entry(String.class, new Reader("text without control characters", Parameters::text)));

    /** What a value should be, in words, and how it is read; throws when the text is none. */
    private record Reader(String expectation, Function<String, Object> read) {}

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, @Nullable Type generic, Annotation @Nullable [] annotations) {
        var reader = type.isEnum() ? constants(type) : READERS.get(type);
        return reader == null
                ? null
                : new Converter<>(reader, name(annotations, QueryParam.class), isPath(annotations));
    }

    private record Converter<T>(Reader reader, @Nullable String query, boolean path) implements ParamConverter<T> {
        @Override
        @SuppressWarnings("unchecked") // The reader was looked up by the parameter's own type.
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return (T) reader.read().apply(text);
            } catch (RuntimeException e) {
                throw refusal();
            }
        }

        private ProblemException refusal() {
            if (path) {
                return ProblemException.notFound("address");
            }
            var pointer = query == null ? "/query" : "/query/" + query;
            return ProblemException.invalid(
                    pointer, (query == null ? "It" : query) + " is " + reader.expectation() + ".");
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }

    private static boolean isPath(Annotation @Nullable [] annotations) {
        return annotations != null && Arrays.stream(annotations).anyMatch(PathParam.class::isInstance);
    }

    private static @Nullable String name(Annotation @Nullable [] annotations, Class<QueryParam> query) {
        return Stream.ofNullable(annotations)
                .flatMap(Arrays::stream)
                .filter(query::isInstance)
                .map(annotation -> query.cast(annotation).value())
                .findFirst()
                .orElse(null);
    }

    private static Reader constants(Class<?> type) {
        var byName = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(
                        constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT), Function.identity()));
        var names = byName.keySet().stream().sorted().collect(Collectors.joining(", "));
        return new Reader("one of " + names, text -> {
            var constant = byName.get(text);
            if (constant == null) {
                throw new IllegalArgumentException("not one of " + names);
            }
            return constant;
        });
    }

    /** Only the canonical form: the JDK would also read shortened groups. */
    private static UUID id(String text) {
        var id = UUID.fromString(text);
        if (text.length() != id.toString().length()) {
            throw new IllegalArgumentException("not in canonical form");
        }
        return id;
    }

    private static LocalDate day(String text) {
        return Calendar.within(LocalDate.parse(text));
    }

    private static Instant moment(String text) {
        return Calendar.within(Instant.parse(text));
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static String text(String text) {
        if (!PlainText.isStorable(text)) {
            throw new IllegalArgumentException("not storable");
        }
        return text;
    }
}
