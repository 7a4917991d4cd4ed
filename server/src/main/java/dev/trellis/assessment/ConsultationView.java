package dev.trellis.assessment;

import dev.trellis.assessment.Consultation.Section;
import dev.trellis.assessment.Onboarding.Progress;
import dev.trellis.assessment.Onboarding.Question;
import dev.trellis.identity.People;
import dev.trellis.identity.Profiles;
import dev.trellis.nutrition.Foods;
import dev.trellis.platform.ProblemException;
import dev.trellis.tracking.Measurements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Shows somebody's consultation: the sections, with what they answered and what is known of them anyway. */
@ApplicationScoped
class ConsultationView {
    private final ConsultationStore store;
    private final People people;
    private final Profiles profiles;
    private final Measurements measurements;
    private final Foods foods;
    private final InstantSource clock;

    ConsultationView(
            ConsultationStore store,
            People people,
            Profiles profiles,
            Measurements measurements,
            Foods foods,
            InstantSource clock) {
        this.store = store;
        this.people = people;
        this.profiles = profiles;
        this.measurements = measurements;
        this.foods = foods;
        this.clock = clock;
    }

    /** The questions as they are for this person today. */
    ConsultationFields fields(Handle tx, UUID userId) {
        return new ConsultationFields(people.days(tx, userId).dayOf(clock.instant()), foods.all(tx));
    }

    Consultation of(Handle tx, UUID userId, StoredConsultation stored) {
        var fields = fields(tx, userId);
        var known = stored.isComplete() ? Map.<String, Object>of() : known(tx, userId);
        var sections = Arrays.stream(ConsultationSection.values())
                .map(section -> section(section, fields, stored, known))
                .toList();
        return new Consultation(
                stored.id(),
                stored.state(),
                sections,
                sections.stream()
                        .filter(section -> !section.done())
                        .map(Section::section)
                        .findFirst()
                        .orElse(null),
                new Progress(stored.sections().size(), sections.size()),
                stored.startedAt(),
                stored.completedAt());
    }

    private static Section section(
            ConsultationSection section,
            ConsultationFields fields,
            StoredConsultation stored,
            Map<String, Object> known) {
        var answers = stored.sections().getOrDefault(section, Map.of());
        var questions = fields.of(section).stream()
                .map(field -> new Question(field, answers.get(field.key()), known.get(field.key())))
                .toList();
        return new Section(
                section, section.title(), section.help(), stored.sections().containsKey(section), questions);
    }

    /** What an earlier consultation, the account, the profile and the scale say, the latter before the former. */
    private Map<String, Object> known(Handle tx, UUID userId) {
        var person = people.find(tx, userId).orElseThrow(() -> ProblemException.notFound("person"));
        var known = new HashMap<String, Object>();
        store.latestCompleted(tx, userId)
                .flatMap(id -> store.find(tx, userId, id))
                .ifPresent(earlier -> earlier.sections().values().forEach(known::putAll));
        known.putAll(KnownAnswers.of(person, profiles.of(tx, userId)));
        measurements.latestWeight(tx, userId).ifPresent(kg -> known.put(ConsultationFields.WEIGHT, kg));
        return known;
    }
}
