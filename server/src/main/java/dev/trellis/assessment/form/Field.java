package dev.trellis.assessment.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question, with everything a page needs to show it and to say why an answer is not one.
 *
 * @param key its name in JSON and in forms
 * @param help a sentence on why it is asked, or how to answer
 * @param required whether the step waits for it
 * @param options what to choose from; empty for other kinds
 * @param min the least number, date or time, written as an answer would be; {@code max} the greatest
 * @param decimals how many decimals a number may have
 * @param maxLength of a text, or of each text of a list; {@code maxItems} how many of them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Field(
        String key,
        FieldKind kind,
        String label,
        String help,
        @JsonInclude(JsonInclude.Include.ALWAYS) boolean required,
        List<Option> options,
        @Nullable String min,
        @Nullable String max,
        @Nullable Integer decimals,
        @Nullable Integer maxLength,
        @Nullable Integer maxItems) {

    /** A few words. */
    public static Field text(String key, String label, String help, int maxLength) {
        return new Field(key, FieldKind.TEXT, label, help, false, List.of(), null, null, null, maxLength, null);
    }

    /** Several short texts. */
    public static Field texts(String key, String label, String help, int maxItems, int maxLength) {
        return new Field(
                key, FieldKind.TEXT_LIST, label, help, false, List.of(), null, null, null, maxLength, maxItems);
    }

    /** One of the options. */
    public static Field choice(String key, String label, String help, List<Option> options) {
        return new Field(key, FieldKind.CHOICE, label, help, false, options, null, null, null, null, null);
    }

    /** Any of the options. */
    public static Field choices(String key, String label, String help, List<Option> options) {
        return new Field(key, FieldKind.MULTI_CHOICE, label, help, false, options, null, null, null, null, null);
    }

    /** A number with at most so many decimals. */
    public static Field number(String key, String label, String help, int min, int max, int decimals) {
        return new Field(
                key,
                FieldKind.NUMBER,
                label,
                help,
                false,
                List.of(),
                Integer.toString(min),
                Integer.toString(max),
                decimals,
                null,
                null);
    }

    /** A date or a time between two others. */
    public static Field between(FieldKind kind, String key, String label, String help, String min, String max) {
        return new Field(key, kind, label, help, false, List.of(), min, max, null, null, null);
    }

    /** A question of a kind that needs no bounds. */
    public static Field of(FieldKind kind, String key, String label, String help) {
        return new Field(key, kind, label, help, false, List.of(), null, null, null, null, null);
    }

    /** The same, and the step waits for it. */
    public Field asRequired() {
        return new Field(key, kind, label, help, true, options, min, max, decimals, maxLength, maxItems);
    }

    /** The values to choose from. */
    public List<String> values() {
        return options.stream().map(Option::value).toList();
    }
}
