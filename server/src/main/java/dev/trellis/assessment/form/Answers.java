package dev.trellis.assessment.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers that were read by their fields, by the field's key. Asking for another kind than the field has finds nothing.
 *
 * @param values text, lists of text, numbers, or true or false
 */
public record Answers(Map<String, Object> values) {
    public Optional<String> text(String key) {
        return values.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    public Optional<List<String>> list(String key) {
        return values.get(key) instanceof Collection<?> several
                ? Optional.of(several.stream().map(String::valueOf).toList())
                : Optional.empty();
    }

    public Optional<BigDecimal> number(String key) {
        return values.get(key) instanceof Number number
                ? Optional.of(new BigDecimal(number.toString()))
                : Optional.empty();
    }

    public Optional<Integer> whole(String key) {
        return number(key).map(BigDecimal::intValueExact);
    }

    /** True only when they said so. */
    public boolean yes(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    public Optional<LocalDate> day(String key) {
        return text(key).map(LocalDate::parse);
    }

    public Optional<LocalTime> time(String key) {
        return text(key).map(LocalTime::parse);
    }

    /** The constant of that name. */
    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        return text(key).map(wire -> Enum.valueOf(type, wire.toUpperCase(Locale.ROOT)));
    }

    /** The constants of these names; empty when none was chosen, or none of them fits. */
    public <E extends Enum<E>> Set<E> choices(String key, Class<E> type) {
        var chosen = EnumSet.noneOf(type);
        var told = list(key).orElse(List.of());
        Arrays.stream(type.getEnumConstants())
                .filter(constant -> told.contains(constant.name().toLowerCase(Locale.ROOT)))
                .forEach(chosen::add);
        return chosen;
    }
}
