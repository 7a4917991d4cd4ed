package dev.trellis.interventions.recommendation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The catalogue Trellis comes with, as entries nobody has tried yet. */
final class StarterCatalogue {
    private static final String RESOURCE = "/catalogue/interventions.csv";
    private static final String NO_TAG = "none";

    private StarterCatalogue() {}

    /** Reads the file; refuses a row with a tag nobody has classified. */
    static List<CatalogueEntry> read() {
        var resource = Objects.requireNonNull(StarterCatalogue.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8);
                var rows = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return rows.stream().map(StarterCatalogue::entry).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tags of a field such as {@code bipolar;seizure} or {@code none}. */
    static Set<ContraindicationTag> tags(String field) {
        return Arrays.stream(field.split(";", -1))
                .map(String::strip)
                .filter(code -> !code.equals(NO_TAG))
                .map(ContraindicationTag::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static CatalogueEntry entry(CSVRecord row) {
        var habits = List.of(row.get("habits").split("\\|", -1));
        return new CatalogueEntry(
                Integer.parseInt(row.get("intervention_id")),
                row.get("slug"),
                row.get("name"),
                row.get("category"),
                row.get("description"),
                row.get("target_profile"),
                habits,
                Integer.parseInt(row.get("duration_days")),
                tags(row.get("contraindication_tags")),
                row.get("contraindications"),
                EvidenceGrade.valueOf(row.get("evidence_grade")),
                row.get("expected_effect"),
                row.get("source"),
                false,
                Outcomes.NONE,
                HabitMinutes.perDay(habits));
    }
}
