package dev.trellis.interventions.recommendation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Says why an item is shown, what it asks, how well it is supported and what to mind, from facts alone (domain 08.6). */
final class Explanation {
    private static final int ENOUGH_TRIES_TO_TELL = 10;
    private static final int MOST_WORDS = 4;
    private static final String FROM_MEMBER = "from a member, not reviewed as evidence";

    private final Intake intake;
    private final Eligibility eligibility;

    Explanation(Intake intake, Eligibility eligibility) {
        this.intake = intake;
        this.eligibility = eligibility;
    }

    String text(CatalogueEntry entry, List<String> reasons) {
        var text = new StringBuilder();
        text.append("Suggested because you reported ")
                .append(String.join(", ", reasons))
                .append(". ");
        text.append("It asks for: ").append(String.join("; ", entry.habits()));
        text.append(", for ").append(entry.durationDays()).append(" days. ");
        text.append("Evidence: ").append(entry.evidenceGrade().text());
        text.append(" (")
                .append(entry.fromMember() ? FROM_MEMBER : shortSource(entry.source()))
                .append(").");
        if (!entry.contraindicationTags().isEmpty()) {
            text.append(" Not for you if: ").append(sentence(entry.contraindications()));
        }
        var outcomes = entry.outcomes();
        if (outcomes.tries() >= ENOUGH_TRIES_TO_TELL) {
            text.append(" %d people tried it here, %d said it helped.".formatted(outcomes.tries(), outcomes.helpful()));
        }
        return text.toString();
    }

    /** What in the intake points to the item: an area picked, an answer given, words used in both. */
    List<String> reasons(CatalogueEntry entry) {
        var reasons = new ArrayList<String>();
        if (intake.categories().contains(entry.category())) {
            reasons.add("wanting something about " + entry.category().replace('_', ' '));
        }
        if (QueryText.sleepsPoorly(intake) && entry.category().equals("sleep")) {
            reasons.add("poor sleep (%d of 5)".formatted(intake.sleepQuality().orElseThrow()));
        }
        if (QueryText.isStressed(intake) && entry.category().equals("stress")) {
            reasons.add("high stress (%d of 5)".formatted(intake.stress().orElseThrow()));
        }
        var shared = sharedWords(entry);
        if (!shared.isEmpty()) {
            reasons.add("“" + String.join("”, “", shared) + "”");
        }
        if (reasons.isEmpty()) {
            reasons.add("something close to it in your own words");
        }
        return reasons;
    }

    List<String> cautions(CatalogueEntry entry) {
        var cautions = new ArrayList<String>();
        for (var tag : eligibility.clinicianFirst(entry)) {
            cautions.add("Talk to your clinician first: it calls for care when the answer to “%s” is yes."
                    .formatted(tag.question()));
        }
        for (var tag : eligibility.notes(entry)) {
            cautions.add("Fit it to your life, since the answer to “%s” is yes. %s"
                    .formatted(tag.question(), sentence(entry.contraindications())));
        }
        if (entry.fromMember()) {
            cautions.add(FROM_MEMBER.substring(0, 1).toUpperCase(Locale.ROOT) + FROM_MEMBER.substring(1) + ".");
        }
        return cautions;
    }

    List<Suggestion.Question> questions(CatalogueEntry entry) {
        return eligibility.unasked(entry).stream()
                .map(tag -> new Suggestion.Question(tag, tag.question()))
                .toList();
    }

    /** The person's own words whose stems the item holds as well. */
    private List<String> sharedWords(CatalogueEntry entry) {
        var inEntry = new HashSet<>(WordIndex.stems(entry.documentText()));
        var shared = new LinkedHashMap<String, String>();
        for (var word : (intake.goal() + " " + intake.text()).split("[^\\p{L}\\p{N}'’-]+", -1)) {
            for (var stem : WordIndex.stems(word)) {
                if (inEntry.contains(stem) && stem.length() > 2) {
                    shared.putIfAbsent(stem, word.toLowerCase(Locale.ROOT));
                }
            }
        }
        return shared.values().stream().distinct().limit(MOST_WORDS).toList();
    }

    private static String shortSource(String source) {
        var first = source.split(";", 2)[0];
        var address = first.indexOf("doi:");
        var cut = address < 0 ? first : first.substring(0, address);
        return cut.replaceAll("[,\\s]+$", "");
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
