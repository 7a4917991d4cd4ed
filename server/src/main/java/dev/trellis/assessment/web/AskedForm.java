package dev.trellis.assessment.web;

import dev.trellis.assessment.Onboarding.Question;
import dev.trellis.assessment.form.FieldKind;
import dev.trellis.platform.web.pages.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Questions as a page asks them, with what stands in their fields.
 *
 * @param form what was answered, or what is known anyway, or what was just typed
 */
public record AskedForm(List<AskedField> fields, Form form) {
    /** What is known anyway is offered once; whoever has passed a question is not asked it that way again. */
    static AskedForm of(List<Question> questions, boolean done) {
        var form = Form.empty();
        for (var question : questions) {
            var value = question.answer() == null && !done ? question.suggestion() : question.answer();
            var key = question.field().key();
            switch (value) {
                case List<?> several
                when question.field().kind() == FieldKind.MULTI_CHOICE ->
                    form.withAll(key, several.stream().map(String::valueOf).toList());
                case List<?> several ->
                    form.with(
                            key,
                            String.join(
                                    "\n", several.stream().map(String::valueOf).toList()));
                case null, default -> form.with(key, value);
            }
        }
        return new AskedForm(
                questions.stream()
                        .map(question -> AskedField.of(question.field()))
                        .toList(),
                form);
    }

    /** Whether every question may be passed. */
    public boolean optional() {
        return fields.stream().allMatch(AskedField::optional);
    }

    AskedForm with(Form typed) {
        return new AskedForm(fields, typed);
    }

    /** The answers in a form, as they were typed; each by the key of its field. */
    Map<String, Object> read(Form typed) {
        var given = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            given.put(
                    field.key(),
                    switch (field.kind()) {
                        case MULTI_CHOICE -> typed.all(field.key());
                        case TEXT_LIST -> typed.lines(field.key());
                        case TEXT, CHOICE, YES_NO, NUMBER, DATE, TIME, ZONE, COUNTRY -> typed.text(field.key());
                    });
        }
        return given;
    }
}
