package dev.trellis.safety;

import dev.trellis.safety.Step.Gap;
import dev.trellis.safety.Step.OneOf;
import java.util.List;

/**
 * A phrase of the lexicon. It starts with a word or a number and has three gaps at most, so that trying it at a token
 * costs a bounded number of steps however long the text is.
 */
record Pattern(List<Step> steps) {
    private static final int MOST_GAPS = 3;

    Pattern {
        if (!(steps.getFirst() instanceof OneOf first) || first.optional()) {
            throw new IllegalArgumentException("a pattern starts with a word");
        }
        if (steps.stream().filter(Gap.class::isInstance).count() > MOST_GAPS) {
            throw new IllegalArgumentException("a pattern has three gaps at most");
        }
    }

    OneOf first() {
        return (OneOf) steps.getFirst();
    }

    /** The index after the last token of the phrase when it stands at this token, or -1. */
    int end(List<ReadToken> tokens, int start) {
        return end(tokens, start, 0, tokens.get(start).token().sentence());
    }

    private int end(List<ReadToken> tokens, int at, int stepIndex, int sentence) {
        if (stepIndex == steps.size()) {
            return at;
        }
        return switch (steps.get(stepIndex)) {
            case Gap gap -> endAfterGap(tokens, at, stepIndex, sentence, gap.most());
            case OneOf words -> {
                int end = -1;
                if (isIn(tokens, at, sentence) && words.accepts(tokens.get(at))) {
                    end = end(tokens, at + 1, stepIndex + 1, sentence);
                }
                yield end < 0 && words.optional() ? end(tokens, at, stepIndex + 1, sentence) : end;
            }
        };
    }

    private int endAfterGap(List<ReadToken> tokens, int at, int stepIndex, int sentence, int most) {
        for (int skipped = 0; skipped <= most && isIn(tokens, at + skipped, sentence); skipped++) {
            int end = end(tokens, at + skipped, stepIndex + 1, sentence);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    private static boolean isIn(List<ReadToken> tokens, int index, int sentence) {
        return index < tokens.size() && tokens.get(index).token().sentence() == sentence;
    }
}
