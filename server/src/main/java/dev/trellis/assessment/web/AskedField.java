package dev.trellis.assessment.web;

import dev.trellis.assessment.form.Field;
import dev.trellis.assessment.form.FieldKind;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.platform.web.pages.Zones;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/** A question as a page shows it: which of the components, and with what. */
public record AskedField(Field field, List<Option> options) {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_SCALE = 5;
    private static final List<Option> YES_NO = List.of(Option.of("true", "Yes"), Option.of("false", "No"));
    private static final List<Option> ZONES = Option.ofTexts(Zones.ALL);
    private static final List<Option> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> Option.of(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH)))
            .sorted(Comparator.comparing(Option::label))
            .toList();

    static AskedField of(Field field) {
        return new AskedField(
                field,
                switch (field.kind()) {
                    case CHOICE, MULTI_CHOICE ->
                        field.options().stream()
                                .map(option -> Option.of(option.value(), option.label()))
                                .toList();
                    case YES_NO -> YES_NO;
                    case ZONE -> ZONES;
                    case COUNTRY -> COUNTRIES;
                    case NUMBER -> scale(field);
                    case TEXT, TEXT_LIST, DATE, TIME -> List.of();
                });
    }

    /** A handful of whole numbers is chosen, more are written. */
    private static List<Option> scale(Field field) {
        var from = Integer.parseInt(Objects.requireNonNull(field.min()));
        var to = Integer.parseInt(Objects.requireNonNull(field.max()));
        var isShort = Objects.requireNonNullElse(field.decimals(), 0) == 0 && to - from < LONGEST_SCALE;
        return isShort
                ? IntStream.rangeClosed(from, to)
                        .mapToObj(step -> Option.of(Integer.toString(step), Integer.toString(step)))
                        .toList()
                : List.of();
    }

    public String key() {
        return field.key();
    }

    public FieldKind kind() {
        return field.kind();
    }

    /** Whether it may be left empty. */
    public boolean optional() {
        return !field.required();
    }

    /** The component: {@code scale}, {@code choices}, {@code many}, {@code select}, {@code lines}, {@code long}, or an input's type. */
    public String shape() {
        return switch (field.kind()) {
            case TEXT -> Objects.requireNonNull(field.maxLength()) > LONGEST_LINE ? "long" : "text";
            case TEXT_LIST -> "lines";
            case CHOICE, YES_NO -> "choices";
            case MULTI_CHOICE -> "many";
            case NUMBER -> options.isEmpty() ? "number" : "scale";
            case DATE -> "date";
            case TIME -> "time";
            case ZONE, COUNTRY -> "select";
        };
    }

    /** The steps of a number. */
    public String step() {
        return BigDecimal.ONE
                .movePointLeft(Objects.requireNonNullElse(field.decimals(), 0))
                .toPlainString();
    }
}
