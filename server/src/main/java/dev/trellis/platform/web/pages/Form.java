package dev.trellis.platform.web.pages;

import dev.trellis.platform.Problem;
import dev.trellis.platform.web.PlainText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into a form, and what is wrong with it: shown again as typed until it is right. Reading a value
 * of the wrong kind notes the error beside its field and reads as absent.
 */
public final class Form {
    /** The field with the token that tells our own forms from forged ones. */
    public static final String TOKEN = "_token";

    /** The field with a number used once, by which a form sent twice is done once. */
    public static final String ONCE = "_once";

    private final Map<String, List<String>> values;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final List<UploadedFile> files;
    private @Nullable String refusal;

    Form(Map<String, List<String>> values) {
        this(values, List.of());
    }

    Form(Map<String, List<String>> values, List<UploadedFile> files) {
        this.values = values;
        this.files = files;
    }

    /** A form nobody has filled in. */
    public static Form empty() {
        return new Form(new LinkedHashMap<>());
    }

    /** The same form with a value in a field; none when it is null. */
    public Form with(String name, @Nullable Object value) {
        if (value != null) {
            values.put(
                    name,
                    new ArrayList<>(List.of(value instanceof Enum<?> constant ? wire(constant) : value.toString())));
        }
        return this;
    }

    /** The same form with these boxes ticked. */
    public Form withAll(String name, List<String> ticked) {
        values.put(name, new ArrayList<>(ticked));
        return this;
    }

    /** What was typed, or an empty text; for showing it again. */
    public String value(String name) {
        var given = values.get(name);
        return given == null || given.isEmpty() ? "" : given.getFirst();
    }

    /** Whether a box is ticked or an option is chosen; for showing it again. */
    public boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    /** Whether anything came under this name. */
    public boolean has(String name) {
        return !value(name).isEmpty();
    }

    /** What is wrong with a field, or an empty text. */
    public String error(String name) {
        return errors.getOrDefault(name, "");
    }

    /** All errors by field, in the order they were found. */
    public Map<String, String> errors() {
        return errors;
    }

    /** Why the whole of it was refused, or an empty text. */
    public String refusal() {
        return refusal == null ? "" : refusal;
    }

    /** Whether anything is wrong. */
    public boolean isRefused() {
        return refusal != null || !errors.isEmpty();
    }

    /** The text without the blanks around it; an empty text when nothing was typed. */
    public String text(String name) {
        var typed = value(name).strip().replace("\r\n", "\n");
        if (!PlainText.isStorable(typed)) {
            refuse(name, "This holds characters that cannot be stored.");
            return "";
        }
        return typed;
    }

    /** The text as it was typed, blanks and all: a password. */
    public String secret(String name) {
        return value(name);
    }

    /** The text, or nothing when nothing was typed. */
    public @Nullable String optionalText(String name) {
        var text = text(name);
        return text.isEmpty() ? null : text;
    }

    /** A whole number, or nothing. */
    public @Nullable Integer number(String name) {
        return read(name, "Write a whole number.", Integer::valueOf);
    }

    /** A number that may have a fraction, with a point or a comma, or nothing. */
    public @Nullable BigDecimal decimal(String name) {
        return read(name, "Write a number.", text -> {
            var number = new BigDecimal(text.replace(',', '.'));
            if (number.precision() > 20 || Math.abs(number.scale()) > 20) {
                throw new NumberFormatException("out of all proportion");
            }
            return number;
        });
    }

    /** A day, or nothing. */
    public @Nullable LocalDate day(String name) {
        return read(name, "Choose a day, such as 2026-11-20.", LocalDate::parse);
    }

    /** A time of day, or nothing. */
    public @Nullable LocalTime time(String name) {
        return read(name, "Choose a time, such as 04:00.", LocalTime::parse);
    }

    /** Yes, no, or not said. */
    public @Nullable Boolean answer(String name) {
        return read(name, "Choose yes or no.", text -> switch (text) {
            case "yes", "true", "on" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException("neither");
        });
    }

    /** Whether a box was ticked. */
    public boolean isTicked(String name) {
        return Boolean.TRUE.equals(answer(name));
    }

    /** One of the constants by its wire name, or nothing. */
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        return read(
                name,
                "Choose one of the options.",
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> wire(constant).equals(text))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new));
    }

    /** Every value that was ticked or typed under this name, without empty ones. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .filter(PlainText::isStorable)
                .toList();
    }

    /** The lines of a text field, without empty ones. */
    public List<String> lines(String name) {
        return text(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The files chosen in a field, in the order they were sent. */
    public List<UploadedFile> files(String name) {
        return files.stream().filter(file -> file.field().equals(name)).toList();
    }

    /** Everything that came, by name, files by their digest, but for what only proves where the form came from. */
    public Map<String, List<String>> fields() {
        var fields = new TreeMap<>(values);
        files.forEach(file -> fields.put(file.field() + " " + file.name(), List.of(file.digest())));
        fields.remove(TOKEN);
        fields.remove(ONCE);
        return fields;
    }

    /** Notes what is wrong with a field; the first word on a field stands. */
    public void refuse(String name, String sentence) {
        errors.putIfAbsent(name, asSentence(sentence));
    }

    /** Notes why the whole of it was refused. */
    public void refuse(String sentence) {
        refusal = sentence;
    }

    /** Notes a problem of the API beside the fields it points at, when the form has these fields. */
    public void refuse(Problem problem) {
        var named = false;
        for (var error : problem.errors()) {
            var field = error.pointer().replaceFirst("^/(query/|path/)?", "").replaceFirst("/.*$", "");
            if (values.containsKey(field)) {
                refuse(field, error.detail());
                named = true;
            }
        }
        if (!named) {
            refuse(problem.detail());
        }
    }

    private <T> @Nullable T read(String name, String otherwise, Function<String, T> reader) {
        var typed = text(name);
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(typed);
        } catch (IllegalArgumentException | DateTimeException e) {
            refuse(name, otherwise);
            return null;
        }
    }

    static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The API's details go on from a field's name; beside the field they stand alone. */
    private static String asSentence(String detail) {
        var upper = detail.isEmpty() ? detail : Character.toUpperCase(detail.charAt(0)) + detail.substring(1);
        var starts = Optional.of(upper)
                .filter(text -> text.startsWith("Is ") || text.startsWith("Has ") || text.startsWith("Says "))
                .map(text -> "This " + Character.toLowerCase(text.charAt(0)) + text.substring(1))
                .orElse(upper);
        return starts.endsWith(".") || starts.endsWith("!") ? starts : starts + ".";
    }
}
