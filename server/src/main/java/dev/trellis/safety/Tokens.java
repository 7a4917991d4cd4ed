package dev.trellis.safety;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens in one pass. */
final class Tokens {
    private static final int SPELT_OUT = 4;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int position;
    private int sentence;
    private int scope;
    private boolean clauseStart;
    private boolean quoted;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        var reader = new Tokens(Folding.characters(text));
        reader.read();
        return joinSpeltOut(reader.tokens);
    }

    private void read() {
        for (position = 0; position < text.length(); position++) {
            char character = text.charAt(position);
            if (Character.isLetter(character) || (isDigit(character) && !word.isEmpty())) {
                word.append(character);
            } else if (isDigit(character)) {
                number();
            } else if (!isInsideWord(character)) {
                endWord();
                separate(character);
            }
        }
        endWord();
    }

    /** An apostrophe, or a sign in a letter's place, between two letters: part of the word, not its end. */
    private boolean isInsideWord(char character) {
        if (word.isEmpty() || !Character.isLetterOrDigit(next())) {
            return false;
        }
        char letter = Folding.letterForSign(character);
        if (letter != 0) {
            word.append(letter);
        }
        return letter != 0 || "'’‘`´ʼʹ′*".indexOf(character) >= 0;
    }

    private void separate(char character) {
        switch (character) {
            case '!', '?', ';', '…' -> endSentence();
            case '.' -> endSentenceAtStop();
            case '\n', '\r' -> scope++;
            case ',', ':', '(', ')', '–', '—' -> clauseStart = true;
            case '"', '“', '”', '„', '«', '»' -> quoted = !quoted;
            default -> {}
        }
    }

    /** A full stop between two single letters spells a word out ("k.i.l.l"); any other ends the sentence. */
    private void endSentenceAtStop() {
        var last = tokens.isEmpty() ? null : tokens.getLast();
        if (last == null || !last.isLetter() || !Character.isLetter(next())) {
            endSentence();
        }
    }

    private void endSentence() {
        sentence++;
        scope++;
        quoted = false;
    }

    private void number() {
        int start = position;
        while (isDigit(next()) || (isDecimalMark(next()) && isDigit(charAt(position + 2)))) {
            position++;
        }
        add("", parsed(text.substring(start, position + 1).replace(',', '.')));
    }

    /** Dates and versions ("1.2.3") and numbers beyond any measure count as no quantity at all. */
    private static double parsed(String digits) {
        return digits.length() > 12 || digits.indexOf('.') != digits.lastIndexOf('.') ? -1 : Double.parseDouble(digits);
    }

    private void endWord() {
        if (word.isEmpty()) {
            return;
        }
        int end = word.length();
        while (isDigit(word.charAt(end - 1))) {
            end--;
        }
        var trailing = word.substring(end);
        boolean leet = word.substring(0, end).chars().anyMatch(Tokens::isDigit);
        add(Folding.word(leet ? word : word.substring(0, end)), Double.NaN);
        if (!leet && !trailing.isEmpty()) {
            add("", parsed(trailing));
        }
        word.setLength(0);
    }

    private void add(String folded, double number) {
        if (folded.equals("t") && followsNegatableVerb()) {
            var negated = tokens.removeLast();
            tokens.add(negated.withWord(negated.word() + "t"));
            return;
        }
        tokens.add(new Token(folded, number, sentence, scope, clauseStart, quoted));
        clauseStart = false;
    }

    /** "don t" is "dont" with the apostrophe lost. */
    private boolean followsNegatableVerb() {
        if (tokens.isEmpty() || tokens.getLast().scope() != scope) {
            return false;
        }
        var before = tokens.getLast().word();
        return before.length() > 1 && before.endsWith("n");
    }

    /** Four or more single letters in a row ("k i l l") are one word. */
    private static List<Token> joinSpeltOut(List<Token> tokens) {
        var joined = new ArrayList<Token>(tokens.size());
        for (int start = 0; start < tokens.size(); ) {
            int end = start;
            var spelt = new StringBuilder();
            while (end < tokens.size() && isSpelling(tokens, start, end)) {
                spelt.append(tokens.get(end++).word());
            }
            if (end - start >= SPELT_OUT) {
                joined.add(tokens.get(start).withWord(Folding.word(spelt)));
            } else {
                end = Math.max(end, start + 1);
                joined.addAll(tokens.subList(start, end));
            }
            start = end;
        }
        return joined;
    }

    private static boolean isSpelling(List<Token> tokens, int start, int index) {
        return tokens.get(index).isLetter()
                && tokens.get(index).sentence() == tokens.get(start).sentence();
    }

    private char next() {
        return charAt(position + 1);
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : ' ';
    }

    private static boolean isDecimalMark(char character) {
        return character == '.' || character == ',';
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
