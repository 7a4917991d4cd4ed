package dev.trellis.assessment.form;

import dev.trellis.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Several questions with what was answered: what was read, the words of it that people wrote themselves, and every field
 * that could not be read.
 *
 * @param answers field to answer; a field that was passed is absent
 */
public record Sheet(Map<String, Object> answers, List<String> words, List<FieldError> errors) {
    /**
     * Reads what was sent for these fields; a key that is none of theirs is an error too.
     *
     * @param given field to answer: text, a list of texts, a number, or true or false; a form's text is read as well
     */
    public static Sheet read(List<Field> asked, Map<String, ? extends @Nullable Object> given) {
        var answers = new LinkedHashMap<String, Object>();
        var words = new ArrayList<String>();
        var errors = new ArrayList<FieldError>();
        for (var field : asked) {
            switch (FieldReader.read(field, given.get(field.key()))) {
                case Reading.Told(var value) -> {
                    answers.put(field.key(), value);
                    words.addAll(words(field, value));
                }
                case Reading.Passed() -> {}
                case Reading.Wrong(var why) -> errors.add(new FieldError(pointer(field.key()), why));
            }
        }
        var known = asked.stream().map(Field::key).toList();
        given.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> errors.add(new FieldError(
                        pointer(key), "We ask for " + String.join(", ", known) + " here, and not for this.")));
        return new Sheet(answers, words, errors);
    }

    /** To choose from what we wrote says nothing of this kind. */
    private static List<String> words(Field field, Object value) {
        return switch (field.kind()) {
            case TEXT -> List.of(value.toString());
            case TEXT_LIST ->
                ((Collection<?>) value).stream().map(String::valueOf).toList();
            case CHOICE, MULTI_CHOICE, YES_NO, NUMBER, DATE, TIME, ZONE, COUNTRY -> List.of();
        };
    }

    private static String pointer(String key) {
        return "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
