package dev.trellis.safety;

import java.util.Set;

/**
 * A line of the lexicon: a phrase and what it means.
 *
 * @param meaning what kind of phrase it is
 * @param level the level of a danger; S0 for a mere sign
 * @param topic the topic of a danger
 * @param sign the name under which it takes part in combinations; empty for none
 * @param marks how context may change it
 */
record Entry(Meaning meaning, SafetyLevel level, SafetyTopic topic, String sign, Set<Mark> marks, Pattern pattern) {
    /** What a phrase does. */
    enum Meaning {
        /** Raises the level, alone or in a combination. */
        DANGER,
        /** An ordinary way of speaking: the dangers within it are none. */
        IDIOM,
        /** Denies what follows. */
        NEGATION,
        /** Looks like a negation and is none. */
        NO_NEGATION,
        /** Begins a new clause, which a negation before it does not reach. */
        CLAUSE,
        /** More than twelve months ago. */
        PAST,
        /** A year, which is past when it lies far enough back. */
        YEAR,
        /** Says that the past has come back. */
        RECENT,
        /** A quotation, a study, fiction. */
        FRAME,
        /** The writer. */
        ONESELF,
        /** Somebody else. */
        SOMEBODY
    }

    /** How context may change a danger. */
    enum Mark {
        /** Said in the present: a past elsewhere in the sentence does not lower it. */
        NOW,
        /** A mere mention: a frame lowers it even when nobody else is spoken of. */
        MENTION,
        /** Always the writer. */
        SELF,
        /** Always somebody else. */
        OTHER,
        /** Whoever does it stands before the phrase; those named within it are not the doer. */
        DOER
    }

    boolean has(Mark mark) {
        return marks.contains(mark);
    }
}
