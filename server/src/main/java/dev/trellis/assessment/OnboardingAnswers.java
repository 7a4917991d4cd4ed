package dev.trellis.assessment;

import dev.trellis.assessment.form.Field;
import dev.trellis.assessment.form.FieldReader;
import dev.trellis.assessment.form.Reading;
import dev.trellis.identity.People;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Problem.FieldError;
import dev.trellis.safety.SafetyEvents;
import dev.trellis.safety.SafetyNotice;
import dev.trellis.safety.TriageResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the answers to a step: each by its field, and their words for signs of danger. */
@ApplicationScoped
class OnboardingAnswers {
    private final OnboardingFields fields;
    private final People people;
    private final SafetyEvents safety;
    private final InstantSource clock;

    OnboardingAnswers(OnboardingFields fields, People people, SafetyEvents safety, InstantSource clock) {
        this.fields = fields;
        this.people = people;
        this.safety = safety;
        this.clock = clock;
    }

    /** What was read, the words of it they wrote themselves, and every field that could not be read. */
    record Read(Map<String, Object> answers, List<String> words, List<FieldError> errors) {}

    Read read(Handle tx, UUID userId, OnboardingStep step, Map<String, ? extends @Nullable Object> given) {
        var asked = fields.of(step, people.days(tx, userId).dayOf(clock.instant()));
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
                        pointer(key), "This step asks for " + String.join(", ", known) + ", and not for this.")));
        return new Read(answers, words, errors);
    }

    TriageResult screen(Handle tx, Actor actor, Read read) {
        return safety.screen(tx, actor, "onboarding", read.words().toArray(String[]::new));
    }

    @Nullable
    SafetyNotice notice(Handle tx, Actor actor, TriageResult found) {
        return safety.notice(tx, actor.userId(), found);
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
