package dev.trellis.safety;

import java.util.List;
import java.util.Locale;

/** Two signs near each other which together mean more than each alone ({@code combinations.csv}). */
record Combination(SafetyLevel level, SafetyTopic topic, String sign, String with) {

    static List<Combination> all() {
        return Lexicon.lines("combinations.csv").stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new Combination(
                        SafetyLevel.valueOf(cells[0]),
                        SafetyTopic.valueOf(cells[1].replace('-', '_').toUpperCase(Locale.ROOT)),
                        cells[2],
                        cells[3]))
                .toList();
    }
}
