package dev.trellis.safety;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;

/** The sentences people reviewed, with the level each should get. */
record ReviewedSentence(
        String text, String language, SafetyLevel level, SafetySubject subject, String note, String part) {
    private static final List<ReviewedSentence> ALL = read();

    static List<ReviewedSentence> all() {
        return ALL;
    }

    boolean isEverydayTalk() {
        return level == SafetyLevel.S0 && List.of("gym", "food", "idiom").contains(note);
    }

    private static List<ReviewedSentence> read() {
        var resource = Objects.requireNonNull(ReviewedSentence.class.getResourceAsStream("reviewed_sentences.csv"));
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8);
                var rows = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return rows.stream()
                    .map(row -> new ReviewedSentence(
                            row.get("sentence"),
                            row.get("language"),
                            SafetyLevel.valueOf(row.get("level")),
                            SafetySubject.valueOf(row.get("subject").toUpperCase(Locale.ROOT)),
                            row.get("note"),
                            row.get("part")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
