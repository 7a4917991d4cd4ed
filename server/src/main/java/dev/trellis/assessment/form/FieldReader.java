package dev.trellis.assessment.form;

import dev.trellis.assessment.form.Reading.Passed;
import dev.trellis.assessment.form.Reading.Told;
import dev.trellis.assessment.form.Reading.Wrong;
import dev.trellis.platform.PersonDays;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers. A page's form knows only text, so numbers and yes or no may also come as text; otherwise nothing is
 * converted. Blank text is no answer.
 */
public final class FieldReader {
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST_NUMBER = 20;

    private final Field field;

    private FieldReader(Field field) {
        this.field = field;
    }

    /** Reads what was sent for a field. */
    public static Reading read(Field field, @Nullable Object raw) {
        return new FieldReader(field).read(raw);
    }

    private Reading read(@Nullable Object raw) {
        var given = raw instanceof Collection<?> several ? List.copyOf(nonNull(several)) : listOf(raw);
        if (!given.stream().allMatch(this::isPossible)) {
            return wrong();
        }
        var words = given.stream()
                .map(one -> one.toString().strip())
                .filter(Predicate.not(String::isEmpty))
                .distinct()
                .toList();
        if (words.isEmpty()) {
            return field.required() ? new Wrong("We need this one to go on.") : new Passed();
        }
        return switch (field.kind()) {
            case TEXT_LIST -> texts(words);
            case MULTI_CHOICE -> choices(words);
            default -> words.size() > 1 ? new Wrong("One answer is enough here.") : one(words.getFirst());
        };
    }

    private Reading one(String word) {
        return switch (field.kind()) {
            case TEXT, TEXT_LIST -> word.length() > length() ? wrong() : new Told(word);
            case CHOICE, MULTI_CHOICE -> told(word, field.values().contains(word));
            case YES_NO -> word.equals("true") || word.equals("false") ? new Told(word.equals("true")) : wrong();
            case NUMBER -> number(word);
            case DATE -> date(word);
            case TIME -> told(word, TIME.matcher(word).matches() && isBetween(word));
            case ZONE -> told(word, PersonDays.zone(word).isPresent());
            case COUNTRY -> told(word, COUNTRIES.contains(word));
        };
    }

    private Reading texts(List<String> words) {
        var fits = words.size() <= items() && words.stream().allMatch(word -> word.length() <= length());
        return fits ? new Told(words) : wrong();
    }

    private Reading choices(List<String> words) {
        if (!field.values().containsAll(words)) {
            return wrong();
        }
        return words.size() > 1 && words.contains(Option.NONE)
                ? new Wrong("Choose either what fits or that none does, not both.")
                : new Told(words);
    }

    private Reading number(String word) {
        try {
            var number = new BigDecimal(word);
            var fits = word.length() <= LONGEST_NUMBER
                    && number.compareTo(new BigDecimal(min())) >= 0
                    && number.compareTo(new BigDecimal(max())) <= 0
                    && number.stripTrailingZeros().scale() <= decimals();
            return fits ? new Told(decimals() == 0 ? (Object) number.intValueExact() : number) : wrong();
        } catch (NumberFormatException e) {
            return wrong();
        }
    }

    private Reading date(String word) {
        try {
            var day = LocalDate.parse(word);
            return told(word, !day.isBefore(LocalDate.parse(min())) && !day.isAfter(LocalDate.parse(max())));
        } catch (DateTimeException e) {
            return wrong();
        }
    }

    /** Times of day of this shape sort like their text. */
    private boolean isBetween(String time) {
        return time.compareTo(min()) >= 0 && time.compareTo(max()) <= 0;
    }

    private Reading told(String word, boolean fits) {
        return fits ? new Told(word) : wrong();
    }

    private Wrong wrong() {
        return new Wrong(
                switch (field.kind()) {
                    case TEXT -> "This is text of at most " + length() + " characters.";
                    case TEXT_LIST -> "These are at most " + items() + " texts of " + length() + " characters each.";
                    case CHOICE -> "Choose one of " + String.join(", ", field.values()) + ".";
                    case MULTI_CHOICE -> "Choose from " + String.join(", ", field.values()) + ".";
                    case YES_NO -> "This is true or false.";
                    case NUMBER -> (decimals() == 0 ? "This is a whole number" : "This is a number") + between();
                    case DATE -> "This is a day such as 1990-03-21" + between();
                    case TIME -> "This is a time such as 06:30" + between();
                    case ZONE -> "This is a time zone such as Europe/Madrid.";
                    case COUNTRY -> "This is a country code of two capital letters, such as ES.";
                });
    }

    private String between() {
        return ", from " + min() + " to " + max() + ".";
    }

    private boolean isPossible(Object one) {
        return one instanceof String
                || (one instanceof Number && field.kind() == FieldKind.NUMBER)
                || (one instanceof Boolean && field.kind() == FieldKind.YES_NO);
    }

    private String min() {
        return Objects.requireNonNull(field.min());
    }

    private String max() {
        return Objects.requireNonNull(field.max());
    }

    private int decimals() {
        return Objects.requireNonNull(field.decimals());
    }

    private int length() {
        return Objects.requireNonNull(field.maxLength());
    }

    private int items() {
        return Objects.requireNonNull(field.maxItems());
    }

    private static List<Object> listOf(@Nullable Object raw) {
        return raw == null ? List.of() : List.of(raw);
    }

    private static List<Object> nonNull(Collection<?> several) {
        return several.stream().map(one -> one == null ? "" : (Object) one).toList();
    }
}
