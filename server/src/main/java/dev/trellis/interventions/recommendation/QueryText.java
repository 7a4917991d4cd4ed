package dev.trellis.interventions.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** An intake as one text to search with: goal, free text, and what its answers say in words (domain 08.1). */
record QueryText(String text, List<String> facets) {
    private static final int POOR_SLEEP = 2;
    private static final int HIGH_STRESS = 4;

    static QueryText of(Intake intake) {
        var facets = facets(intake);
        return new QueryText(intake.goal() + ". " + intake.text() + ". " + String.join(". ", facets), facets);
    }

    static boolean sleepsPoorly(Intake intake) {
        return intake.sleepQuality().orElse(5) <= POOR_SLEEP;
    }

    static boolean isStressed(Intake intake) {
        return intake.stress().orElse(1) >= HIGH_STRESS;
    }

    /** Good sleep and low stress stay unsaid: to a search, "no stress" is about stress. */
    private static List<String> facets(Intake intake) {
        var facets = new ArrayList<String>();
        for (var category : new TreeSet<>(intake.categories())) {
            facets.add(category.replace('_', ' '));
        }
        if (sleepsPoorly(intake)) {
            facets.add("poor sleep");
        }
        if (isStressed(intake)) {
            facets.add("high stress");
        }
        if (intake.cyclePhase() != null) {
            facets.add("menstrual cycle, " + intake.cyclePhase() + " phase");
        }
        return List.copyOf(facets);
    }
}
