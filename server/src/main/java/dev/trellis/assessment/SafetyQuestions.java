package dev.trellis.assessment;

import dev.trellis.assessment.form.Field;
import dev.trellis.assessment.form.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What may speak against a suggestion, asked before any is made (domain 08.3, 09). Each option is a safety flag of the
 * profile; who answers a question has read all of its options, so what they leave out is a no. What is not asked here,
 * or was passed, is asked before an intervention for which it matters.
 */
final class SafetyQuestions {
    private static final String TICK = "Tick all that fit; what you leave out counts as a no.";
    private static final String PREGNANCY = "pregnancy";

    private static final List<Field> TICKED = List.of(
            Field.choices(
                    "conditions",
                    "Do you live with any of these?",
                    TICK,
                    List.of(
                            Option.none("None of these"),
                            new Option("heart_disease", "A heart condition"),
                            new Option("cv_symptoms", "Chest pain, fainting or breathlessness nobody has explained"),
                            new Option("uncontrolled_bp", "High blood pressure that is not under control"),
                            new Option("hypotension", "Low blood pressure"),
                            new Option("copd", "A severe lung disease such as COPD"),
                            new Option("seizure", "Epilepsy or other seizures"),
                            new Option("kidney_disease", "Kidney disease"),
                            new Option("ibd_flare", "An inflammatory bowel disease that is active now"),
                            new Option("acute_injury", "An injury that has not healed yet"),
                            new Option("fall_risk", "A risk of falling"))),
            Field.choices(
                    "mind",
                    "Or any of these?",
                    TICK,
                    List.of(
                            Option.none("None of these"),
                            new Option(
                                    "ed_flag", "An eating disorder, now or ever, or much worry about food or weight"),
                            new Option("bipolar", "Bipolar disorder"),
                            new Option("severe_depression", "A mood so low that a day is hardly possible"),
                            new Option("psychosis", "Hearing or seeing what others do not, or feeling plotted against"),
                            new Option("ptsd", "Post-traumatic stress"))),
            Field.choices(
                    "medication",
                    "Do you take any of these?",
                    TICK,
                    List.of(
                            Option.none("None of these"),
                            new Option("anticoagulant", "A blood thinner such as warfarin"),
                            new Option("diabetes_insulin", "Insulin, or tablets that can cause low blood sugar"),
                            new Option("potassium_meds", "A medicine that raises potassium"),
                            new Option("photosensitivity", "A medicine that makes skin or eyes sensitive to light"))));

    /** As a page asks them. */
    static final List<Field> FIELDS = fields();

    private SafetyQuestions() {}

    /** Safety flag to yes or no, for the questions that were answered. */
    static Map<String, Boolean> flags(ToldAnswers told) {
        var flags = new LinkedHashMap<String, Boolean>();
        for (var field : TICKED) {
            told.list(field.key())
                    .ifPresent(ticked -> tags(field).forEach(tag -> flags.put(tag, ticked.contains(tag))));
        }
        told.text(PREGNANCY).ifPresent(answer -> flags.put(PREGNANCY, answer.equals("yes")));
        return flags;
    }

    /** The answers that these flags amount to; a question is left out when they do not settle it. */
    static Map<String, Object> answers(Function<String, Optional<Boolean>> flag) {
        var answers = new LinkedHashMap<String, Object>();
        for (var field : TICKED) {
            var tags = tags(field);
            var yes = tags.stream().filter(tag -> flag.apply(tag).orElse(false)).toList();
            if (!yes.isEmpty()) {
                answers.put(field.key(), yes);
            } else if (tags.stream().allMatch(tag -> flag.apply(tag).isPresent())) {
                answers.put(field.key(), List.of(Option.NONE));
            }
        }
        flag.apply(PREGNANCY).ifPresent(pregnant -> answers.put(PREGNANCY, pregnant ? "yes" : "no"));
        return answers;
    }

    /** Every flag these questions settle. */
    static List<String> allFlags() {
        return Stream.concat(TICKED.stream().flatMap(field -> tags(field).stream()), Stream.of(PREGNANCY))
                .toList();
    }

    private static List<String> tags(Field field) {
        return field.values().stream()
                .filter(value -> !value.equals(Option.NONE))
                .toList();
    }

    private static List<Field> fields() {
        var fields = new ArrayList<>(TICKED);
        fields.add(Field.choice(
                PREGNANCY,
                "Are you pregnant?",
                "Several suggestions change with a pregnancy.",
                List.of(new Option("yes", "Yes, or I might be"), new Option("no", "No, or it cannot be"))));
        return List.copyOf(fields);
    }
}
