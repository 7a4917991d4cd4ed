package dev.trellis.safety;

import dev.trellis.safety.Entry.Mark;
import dev.trellis.safety.Entry.Meaning;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A text with every phrase found in it, and the questions about the surroundings of a danger. Each answer looks at a
 * bounded number of tokens around the danger, within its scope, so that reading stays linear in the text's length.
 */
final class Passage {
    private static final int NEGATION_REACH = 5;
    private static final int CONTEXT_REACH = 16;
    private static final int YEARS_BACK_THAT_ARE_PAST = 2;

    private final List<ReadToken> tokens;
    private final int thisYear;
    private final Map<Meaning, List<List<Match>>> byEnd = new EnumMap<>(Meaning.class);
    private final List<Match> dangers;

    Passage(Lexicon lexicon, String text, int thisYear) {
        this.tokens = lexicon.read(text);
        this.thisYear = thisYear;
        var matches = lexicon.matches(tokens);
        this.dangers = matches.stream()
                .filter(match -> match.entry().meaning() == Meaning.DANGER)
                .toList();
        matches.stream()
                .filter(match -> match.entry().meaning() != Meaning.DANGER)
                .filter(this::isWithinOneScope)
                .forEach(this::index);
    }

    List<Match> dangers() {
        return dangers;
    }

    int sentenceOf(Match match) {
        return token(match.start()).sentence();
    }

    boolean isIdiom(Match danger) {
        return around(Meaning.IDIOM, danger, CONTEXT_REACH).stream().anyMatch(idiom -> idiom.contains(danger));
    }

    /** Whether a negation stands shortly before, in the same clause: "not suicidal", but not "no, I want to die". */
    boolean isDenied(Match danger) {
        for (int last = danger.start() - 1; last >= Math.max(0, danger.start() - NEGATION_REACH); last--) {
            if (token(last + 1).clauseStart() || !isInScope(danger, last)) {
                return false;
            }
            if (endingAt(Meaning.NEGATION, last + 1).stream().anyMatch(negation -> isTrueNegation(negation, danger))) {
                return true;
            }
            if (!endingAt(Meaning.CLAUSE, last + 1).isEmpty()) {
                return false;
            }
        }
        return false;
    }

    boolean isPast(Match danger) {
        if (danger.entry().has(Mark.NOW)
                || !around(Meaning.RECENT, danger, CONTEXT_REACH).isEmpty()) {
            return false;
        }
        return !around(Meaning.PAST, danger, CONTEXT_REACH).isEmpty()
                || around(Meaning.YEAR, danger, CONTEXT_REACH).stream().anyMatch(this::isYearLongPast);
    }

    boolean isFramed(Match danger) {
        return !around(Meaning.FRAME, danger, CONTEXT_REACH).isEmpty();
    }

    boolean isQuoted(Match danger) {
        return token(danger.start()).quoted();
    }

    /** Whoever is named last in the danger's words, else nearest before them in its sentence, else the writer. */
    SafetySubject subjectOf(Match danger) {
        if (danger.entry().has(Mark.SELF) || danger.entry().has(Mark.OTHER)) {
            return danger.entry().has(Mark.SELF) ? SafetySubject.SELF : SafetySubject.OTHER;
        }
        int last = danger.entry().has(Mark.DOER) ? danger.start() : danger.end();
        for (int end = last; end > Math.max(0, danger.start() - CONTEXT_REACH); end--) {
            if (token(end - 1).sentence() != sentenceOf(danger)) {
                return SafetySubject.SELF;
            }
            if (!endingAt(Meaning.SOMEBODY, end).isEmpty()) {
                return SafetySubject.OTHER;
            }
            if (!endingAt(Meaning.ONESELF, end).isEmpty()) {
                return SafetySubject.SELF;
            }
        }
        return SafetySubject.SELF;
    }

    private boolean isTrueNegation(Match negation, Match danger) {
        return around(Meaning.NO_NEGATION, negation, CONTEXT_REACH).stream().noneMatch(negation::overlaps)
                && !negation.overlaps(danger);
    }

    private boolean isYearLongPast(Match year) {
        return token(year.end() - 1).number() <= thisYear - YEARS_BACK_THAT_ARE_PAST;
    }

    private List<Match> around(Meaning meaning, Match match, int reach) {
        var found = new ArrayList<Match>();
        int from = Math.max(0, match.start() - reach);
        for (int end = from; end <= Math.min(tokens.size(), match.end() + reach); end++) {
            endingAt(meaning, end).stream()
                    .filter(other -> isInScope(match, other.start()))
                    .forEach(found::add);
        }
        return found;
    }

    private List<Match> endingAt(Meaning meaning, int end) {
        var ends = byEnd.get(meaning);
        return ends == null ? List.of() : ends.get(end);
    }

    private boolean isInScope(Match match, int index) {
        int scope = token(index).scope();
        return scope >= token(match.start()).scope()
                && scope <= token(match.end() - 1).scope();
    }

    private boolean isWithinOneScope(Match match) {
        return token(match.start()).scope() == token(match.end() - 1).scope();
    }

    private void index(Match match) {
        var ends = byEnd.computeIfAbsent(match.entry().meaning(), ignored -> noMatches());
        if (ends.get(match.end()).isEmpty()) {
            ends.set(match.end(), new ArrayList<>());
        }
        ends.get(match.end()).add(match);
    }

    private List<List<Match>> noMatches() {
        var none = new ArrayList<List<Match>>(tokens.size() + 1);
        for (int i = 0; i <= tokens.size(); i++) {
            none.add(List.of());
        }
        return none;
    }

    private Token token(int index) {
        return tokens.get(index).token();
    }
}
