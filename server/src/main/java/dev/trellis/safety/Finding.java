package dev.trellis.safety;

import static dev.trellis.safety.SafetyLevel.S0;
import static dev.trellis.safety.SafetyLevel.S1;
import static dev.trellis.safety.SafetyLevel.S2;

import dev.trellis.safety.Entry.Mark;

/**
 * One danger read in its surroundings (domain 13.3).
 *
 * @param result its level after negation, past, and fiction or study
 * @param standsAsSaid whether nothing lowered it; only then is it a sign that combinations count
 */
record Finding(TriageResult result, boolean standsAsSaid) {

    static Finding of(Passage passage, Match danger) {
        var entry = danger.entry();
        var subject = passage.subjectOf(danger);
        if (passage.isDenied(danger)) {
            return lowered(entry, entry.topic().isAboutHarm() ? S1 : S0, subject, SafetyTense.NOW);
        }
        if (passage.isPast(danger)) {
            return lowered(entry, levelOfPast(entry, subject), subject, SafetyTense.PAST);
        }
        var said = result(entry, entry.level(), subject, SafetyTense.NOW);
        if (!entry.level().atLeast(S2) || !passage.isFramed(danger)) {
            return new Finding(said, true);
        }
        boolean theWritersOwn = subject == SafetySubject.SELF && !passage.isQuoted(danger) && !entry.has(Mark.MENTION);
        return theWritersOwn
                ? new Finding(said.asking(), true)
                : new Finding(result(entry, S1, subject, SafetyTense.NOW).asking(), false);
    }

    /** What is more than a year past is S1 with a text of support; another person's past illness is history. */
    private static SafetyLevel levelOfPast(Entry entry, SafetySubject subject) {
        boolean stillCounts = subject == SafetySubject.SELF || entry.topic().isAboutHarm();
        return entry.level().atLeast(S2) && stillCounts ? S1 : S0;
    }

    private static Finding lowered(Entry entry, SafetyLevel level, SafetySubject subject, SafetyTense tense) {
        return new Finding(result(entry, level, subject, tense), false);
    }

    private static TriageResult result(Entry entry, SafetyLevel level, SafetySubject subject, SafetyTense tense) {
        return level == S0
                ? TriageResult.calm()
                : TriageResult.of(level, entry.topic(), subject, tense, SafetyLayer.LEXICON);
    }
}
