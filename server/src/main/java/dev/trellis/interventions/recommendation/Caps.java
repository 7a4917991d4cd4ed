package dev.trellis.interventions.recommendation;

import java.util.ArrayList;
import java.util.List;

/**
 * What may still be added to a list (domain 08.3, 08.5): in every five places two of a category at most and one from
 * members at most, no two that together need over 60 minutes a day, and nothing first that a clinician should see
 * first.
 */
final class Caps {
    private static final int PER_CATEGORY = 2;
    private static final int FROM_MEMBERS = 1;
    private static final int MINUTES_TOGETHER = 60;

    private final List<Candidate> candidates;
    private final List<Integer> chosen;

    Caps(List<Candidate> candidates) {
        this(candidates, List.of());
    }

    private Caps(List<Candidate> candidates, List<Integer> chosen) {
        this.candidates = candidates;
        this.chosen = new ArrayList<>(chosen);
    }

    int size() {
        return chosen.size();
    }

    List<Integer> inOrder() {
        return chosen;
    }

    void add(int candidate) {
        chosen.add(candidate);
    }

    Caps with(int candidate) {
        var more = new Caps(candidates, chosen);
        more.add(candidate);
        return more;
    }

    boolean allow(int index) {
        var candidate = candidates.get(index);
        if (chosen.isEmpty()) {
            return candidate.mayBeFirst();
        }
        var entry = candidate.entry();
        var sameCategory = 0;
        var members = 0;
        for (var place = 0; place < chosen.size(); place++) {
            var other = candidates.get(chosen.get(place)).entry();
            if (chosen.get(place) == index || tooLongTogether(entry, other)) {
                return false;
            }
            if (place >= chosen.size() / Shortlist.BLOCK * Shortlist.BLOCK) {
                sameCategory += other.category().equals(entry.category()) ? 1 : 0;
                members += other.fromMember() ? 1 : 0;
            }
        }
        return sameCategory < PER_CATEGORY && (!entry.fromMember() || members < FROM_MEMBERS);
    }

    private static boolean tooLongTogether(CatalogueEntry one, CatalogueEntry other) {
        return one.minutesPerDay().isPresent()
                && other.minutesPerDay().isPresent()
                && one.minutesPerDay().getAsInt() + other.minutesPerDay().getAsInt() > MINUTES_TOGETHER;
    }
}
