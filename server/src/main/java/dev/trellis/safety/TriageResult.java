package dev.trellis.safety;

import java.util.Comparator;

/**
 * What the triage found: everything a {@code safety_events} row needs, and nothing of the text itself.
 *
 * @param level how soon help is needed
 * @param topic what it is about; {@link SafetyTopic#NONE} at S0
 * @param subject the writer or somebody else
 * @param tense now, or more than twelve months ago
 * @param layer which layer decided
 * @param action what the server says next
 * @param ask whether that answer ends in one direct, kind question
 */
public record TriageResult(
        SafetyLevel level,
        SafetyTopic topic,
        SafetySubject subject,
        SafetyTense tense,
        SafetyLayer layer,
        SafetyAction action,
        boolean ask) {

    private static final TriageResult CALM =
            of(SafetyLevel.S0, SafetyTopic.NONE, SafetySubject.SELF, SafetyTense.NOW, SafetyLayer.LEXICON);

    /** Higher level first; then the writer before another, the present before the past, the graver topic first. */
    private static final Comparator<TriageResult> GRAVITY = Comparator.comparing(TriageResult::level)
            .thenComparing(TriageResult::subject, Comparator.reverseOrder())
            .thenComparing(TriageResult::tense, Comparator.reverseOrder())
            .thenComparing(TriageResult::topic, Comparator.reverseOrder());

    /** Nothing found. */
    public static TriageResult calm() {
        return CALM;
    }

    /** Whether something was found. */
    public boolean isRaised() {
        return level != SafetyLevel.S0;
    }

    /** The graver of two findings: layers can only raise the level, never lower it (domain 13.1). */
    public TriageResult or(TriageResult other) {
        return GRAVITY.compare(other, this) > 0 ? other : this;
    }

    static TriageResult of(
            SafetyLevel level, SafetyTopic topic, SafetySubject subject, SafetyTense tense, SafetyLayer layer) {
        var action = SafetyAction.of(level, topic, subject, tense);
        return new TriageResult(level, topic, subject, tense, layer, action, level == SafetyLevel.S2);
    }

    TriageResult asking() {
        var once = level == SafetyLevel.S1 ? SafetyAction.ASK_ONCE : action;
        return new TriageResult(level, topic, subject, tense, layer, once, level != SafetyLevel.S3);
    }
}
