package dev.trellis.interventions;

import dev.trellis.interventions.recommendation.ContraindicationTag;
import dev.trellis.interventions.recommendation.ContraindicationTag.Action;
import dev.trellis.interventions.recommendation.PersonFacts;
import java.util.List;
import java.util.Optional;

/** What keeps a person from starting something, or must be read before: the same before a start and at it. */
final class StartRules {
    private StartRules() {}

    /** A contraindication that excludes it, by what the person said of themselves. */
    static Optional<PeriodStart.Result> contraindicated(
            List<ContraindicationTag> tags, String contraindications, PersonFacts person) {
        return tags.stream()
                .filter(tag -> tag.action() == Action.HARD_EXCLUDE)
                .filter(person.present()::contains)
                .findFirst()
                .map(tag -> new PeriodStart.Contraindicated(tag, contraindications));
    }

    /** What must be answered first and nobody has asked yet, the gravest first. */
    static List<ContraindicationTag> mustAsk(List<ContraindicationTag> tags, PersonFacts person) {
        return unasked(tags, person).stream()
                .filter(tag -> tag.action() != Action.NOTE)
                .toList();
    }

    /** What may be asked: it refuses nothing, and tells how to fit it to a life. */
    static List<ContraindicationTag> mayAsk(List<ContraindicationTag> tags, PersonFacts person) {
        return unasked(tags, person).stream()
                .filter(tag -> tag.action() == Action.NOTE)
                .toList();
    }

    /** What goes on already: the same one, or too many. */
    static Optional<PeriodStart.Result> crowded(List<InterventionPeriod> open, String name) {
        var same = open.stream()
                .filter(period -> period.interventionName().equalsIgnoreCase(name))
                .findFirst();
        if (same.isPresent()) {
            return Optional.of(new PeriodStart.AlreadyOpen(same.get().id()));
        }
        return open.size() >= PeriodStarts.MOST_OPEN
                ? Optional.of(new PeriodStart.TooManyOpen(PeriodStarts.MOST_OPEN))
                : Optional.empty();
    }

    /** What to read before the first day: a word with a clinician, or how to fit it to a life. */
    static List<String> cautions(List<ContraindicationTag> tags, String contraindications, PersonFacts person) {
        var applying = tags.stream().filter(person.present()::contains).toList();
        if (applying.isEmpty()) {
            return List.of();
        }
        return applying.stream().allMatch(tag -> tag.action() == Action.NOTE)
                ? List.of("Fit it to your life: " + contraindications)
                : List.of("Talk to your clinician first: " + contraindications);
    }

    private static List<ContraindicationTag> unasked(List<ContraindicationTag> tags, PersonFacts person) {
        return tags.stream()
                .filter(tag ->
                        !person.present().contains(tag) && !person.absent().contains(tag))
                .sorted()
                .toList();
    }
}
