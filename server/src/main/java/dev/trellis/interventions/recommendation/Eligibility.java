package dev.trellis.interventions.recommendation;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides before any ranking which items a person may see, and with what care (domain 08.3, 09 T9d). */
final class Eligibility {
    private static final int DAYS_BEFORE_REPEAT = 60;
    private static final int ABANDONED_TRIES = 2;
    private static final Pattern EATING_DISORDER_WORDS = Pattern.compile(
            "\\b(weigh\\w*|calori\\w*|kcal|kilojoules?|log|logs|logged|logging)\\b", Pattern.CASE_INSENSITIVE);

    private final Intake intake;
    private final PersonFacts person;

    Eligibility(Intake intake, PersonFacts person) {
        this.intake = intake;
        this.person = person;
    }

    /** Why the person does not get it, or nothing. */
    Optional<Exclusion> refusal(CatalogueEntry entry) {
        return contraindication(entry)
                .map(tag -> new Exclusion(
                        entry,
                        RefusedReason.CONTRAINDICATED,
                        Optional.of(tag),
                        "Kept back because it is not for people who answer yes to “%s” %s"
                                .formatted(tag.question(), entry.contraindications())))
                .or(() -> preference(entry))
                .or(() -> history(entry));
    }

    /** Medical reasons that allow it only after a word with a clinician, and never in the first place. */
    List<ContraindicationTag> clinicianFirst(CatalogueEntry entry) {
        return applying(entry, ContraindicationTag.Action.CLINICIAN_FIRST);
    }

    /** Circumstances of life it should be fitted to. */
    List<ContraindicationTag> notes(CatalogueEntry entry) {
        return applying(entry, ContraindicationTag.Action.NOTE);
    }

    /** What must be asked before starting it, the gravest first. */
    List<ContraindicationTag> unasked(CatalogueEntry entry) {
        return entry.contraindicationTags().stream()
                .filter(tag ->
                        !person.present().contains(tag) && !person.absent().contains(tag))
                .sorted(Comparator.comparing(ContraindicationTag::action).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Optional<ContraindicationTag> contraindication(CatalogueEntry entry) {
        if (person.present().contains(ContraindicationTag.ED_FLAG) && speaksOfWeight(entry)) {
            return Optional.of(ContraindicationTag.ED_FLAG);
        }
        return applying(entry, ContraindicationTag.Action.HARD_EXCLUDE).stream().findFirst();
    }

    /** Catches what nobody tagged, above all in members' items. */
    private static boolean speaksOfWeight(CatalogueEntry entry) {
        var inScope = entry.fromMember() || entry.category().equals(CatalogueEntry.NUTRITION);
        return inScope
                && EATING_DISORDER_WORDS
                        .matcher(entry.documentText() + " " + entry.expectedEffect())
                        .find();
    }

    private List<ContraindicationTag> applying(CatalogueEntry entry, ContraindicationTag.Action action) {
        return person.present().stream()
                .flatMap(tag -> matching(tag, entry.contraindicationTags()).stream())
                .filter(tag -> tag.action() == action)
                .distinct()
                .sorted()
                .toList();
    }

    /** A known heart condition or high pressure calls for care wherever symptoms of the heart would exclude. */
    private static Set<ContraindicationTag> matching(ContraindicationTag tag, Set<ContraindicationTag> onEntry) {
        var heart = tag == ContraindicationTag.HEART_DISEASE || tag == ContraindicationTag.UNCONTROLLED_BP;
        var applies = onEntry.contains(tag) || (heart && onEntry.contains(ContraindicationTag.CV_SYMPTOMS));
        return applies ? Set.of(tag) : Set.of();
    }

    private Optional<Exclusion> preference(CatalogueEntry entry) {
        if (intake.blockedCategories().contains(entry.category())) {
            return refused(entry, RefusedReason.CATEGORY_BLOCKED, "You asked not to see this area.");
        }
        if (entry.category().equals(CatalogueEntry.MENSTRUAL) && !person.cycleFeatures()) {
            return refused(
                    entry,
                    RefusedReason.CYCLE_FEATURES_OFF,
                    "Shown only to people who turned on the cycle features in their settings.");
        }
        if (entry.durationDays() > intake.maxDurationDays().orElse(Integer.MAX_VALUE)) {
            return refused(
                    entry,
                    RefusedReason.LONGER_THAN_WANTED,
                    "It runs %d days, and you wanted %d at most."
                            .formatted(
                                    entry.durationDays(),
                                    intake.maxDurationDays().orElseThrow()));
        }
        if (entry.minutesPerDay().orElse(0) > intake.maxMinutesPerDay().orElse(Integer.MAX_VALUE)) {
            return refused(
                    entry,
                    RefusedReason.MORE_MINUTES_THAN_WANTED,
                    "A full day of it takes about %d minutes, and you wanted to give %d at most."
                            .formatted(
                                    entry.minutesPerDay().orElseThrow(),
                                    intake.maxMinutesPerDay().orElseThrow()));
        }
        return Optional.empty();
    }

    private Optional<Exclusion> history(CatalogueEntry entry) {
        var id = entry.interventionId();
        if (person.active().contains(id)) {
            return refused(entry, RefusedReason.ACTIVE_NOW, "You are doing it right now.");
        }
        if (Objects.requireNonNullElse(person.abandonedTries().get(id), 0) >= ABANDONED_TRIES) {
            return refused(
                    entry,
                    RefusedReason.ABANDONED_TWICE,
                    "You tried it twice and stopped; something else may fit better.");
        }
        var completed = person.lastCompleted().get(id);
        if (completed != null && !intake.wantsRepeats()) {
            var days = ChronoUnit.DAYS.between(completed, person.today());
            if (days < DAYS_BEFORE_REPEAT) {
                return refused(
                        entry,
                        RefusedReason.COMPLETED_RECENTLY,
                        "You completed it on %s. Ask for repeats to see it again.".formatted(completed));
            }
        }
        return Optional.empty();
    }

    private static Optional<Exclusion> refused(CatalogueEntry entry, RefusedReason reason, String text) {
        return Optional.of(new Exclusion(entry, reason, Optional.empty(), text));
    }
}
