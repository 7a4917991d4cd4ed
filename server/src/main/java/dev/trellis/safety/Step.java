package dev.trellis.safety;

import java.util.BitSet;
import java.util.List;

/** One step of a pattern. */
sealed interface Step {
    /** Up to so many words in between. */
    record Gap(int most) implements Step {}

    /** One of some words, or a number within one of some ranges. */
    record OneOf(BitSet words, List<Range> ranges, boolean optional) implements Step {
        boolean accepts(ReadToken read) {
            if (!read.token().isWord()) {
                return ranges.stream()
                        .anyMatch(range -> range.contains(read.token().number()));
            }
            for (int number : read.known()) {
                if (words.get(number)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Numbers from the lowest to the highest, both included. */
    record Range(double lowest, double highest) {
        boolean contains(double number) {
            return number >= lowest && number <= highest;
        }
    }
}
