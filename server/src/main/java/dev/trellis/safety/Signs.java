package dev.trellis.safety;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The signs seen so far in a text, each with the sentence it was last seen in, and what they add up to. */
final class Signs {
    private static final int NEAR = 2;
    private static final int EVERYWHERE = -1;

    private final List<Combination> combinations;
    private final Map<String, Sign> latest = new HashMap<>();

    Signs(List<Combination> combinations, TriageContext context) {
        this.combinations = combinations;
        if (context.pregnant()) {
            latest.put("pregnant", new Sign(EVERYWHERE, SafetySubject.SELF));
        }
        if (context.usesInsulin()) {
            latest.put("insulin", new Sign(EVERYWHERE, SafetySubject.SELF));
        }
    }

    private record Sign(int sentence, SafetySubject subject) {
        boolean isNear(Sign other) {
            return sentence == EVERYWHERE || other.sentence - sentence <= NEAR;
        }
    }

    /** Adds a sign; gives the gravest combination it completes with a sign at most two sentences before. */
    TriageResult add(Match danger, Passage passage) {
        var name = danger.entry().sign();
        var sign = new Sign(passage.sentenceOf(danger), passage.subjectOf(danger));
        var gravest = TriageResult.calm();
        for (var combination : combinations) {
            if (combination.sign().equals(name)) {
                gravest = gravest.or(joined(combination, sign, latest.get(combination.with()), sign.subject()));
            }
            if (combination.with().equals(name)) {
                var first = latest.get(combination.sign());
                gravest =
                        gravest.or(joined(combination, sign, first, first == null ? sign.subject() : first.subject()));
            }
        }
        latest.merge(name, sign, (before, now) -> before.sentence() == EVERYWHERE ? before : now);
        return gravest;
    }

    private static TriageResult joined(
            Combination combination, Sign sign, @Nullable Sign before, SafetySubject subject) {
        return before == null || !before.isNear(sign)
                ? TriageResult.calm()
                : TriageResult.of(
                        combination.level(), combination.topic(), subject, SafetyTense.NOW, SafetyLayer.LEXICON);
    }
}
