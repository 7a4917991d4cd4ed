package dev.trellis.safety;

/**
 * One word or number of a text, folded: lower case, no accents, no doubled letters.
 *
 * @param word the folded word; empty for a number
 * @param number the number, or NaN for a word
 * @param sentence counts sentences: patterns never cross from one to the next
 * @param scope counts lines within sentences too: whatever lowers a level reaches no further than its scope
 * @param clauseStart whether a comma, colon or bracket stands before it
 * @param quoted whether it stands within double quotation marks
 */
record Token(String word, double number, int sentence, int scope, boolean clauseStart, boolean quoted) {
    boolean isWord() {
        return !word.isEmpty();
    }

    boolean isLetter() {
        return word.length() == 1;
    }

    Token withWord(String joined) {
        return new Token(joined, number, sentence, scope, clauseStart, quoted);
    }
}
