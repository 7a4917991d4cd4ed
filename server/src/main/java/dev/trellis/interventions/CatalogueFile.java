package dev.trellis.interventions;

import dev.trellis.interventions.recommendation.ContraindicationTag;
import dev.trellis.interventions.recommendation.EvidenceGrade;
import dev.trellis.platform.postgres.StartUpException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The curated catalogue as it ships: a table that is read whole or refused, with the row and the reason named. */
final class CatalogueFile {
    private static final String NO_TAG = "none";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    private CatalogueFile() {}

    /** One row of the file, checked. */
    record Curated(
            int interventionId,
            String slug,
            String name,
            String category,
            String description,
            String profileMatch,
            List<HabitTemplate> habits,
            int durationDays,
            List<String> contraindicationTags,
            String contraindications,
            String evidenceGrade,
            String expectedEffect,
            String source,
            String sourceStatus) {}

    /** Every row; {@link StartUpException} names the first that breaks a rule of domain file 09. */
    static List<Curated> read(String csv) {
        var ids = new HashSet<Integer>();
        var slugs = new HashSet<String>();
        var rows = new ArrayList<Curated>();
        try (var records = FORMAT.parse(new StringReader(csv))) {
            for (var line : records) {
                var row = checked(line);
                require(ids.add(row.interventionId()), line, "intervention_id is used twice");
                require(slugs.add(row.slug()), line, "slug is used twice");
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new StartUpException("The intervention catalogue cannot be read: " + e.getMessage(), e);
        }
        if (rows.isEmpty()) {
            throw new StartUpException("The intervention catalogue is empty.");
        }
        return rows;
    }

    private static Curated checked(CSVRecord line) {
        var days = number(line, "duration_days");
        require(days >= 7 && days <= 84, line, "duration_days is not between 7 and 84");
        var id = number(line, "intervention_id");
        require(id >= 1 && id <= 99_999, line, "intervention_id is not between 1 and 99999");
        return new Curated(
                id,
                text(line, "slug"),
                text(line, "name"),
                text(line, "category"),
                text(line, "description"),
                text(line, "target_profile"),
                habits(line, days),
                days,
                tags(line),
                text(line, "contraindications"),
                EvidenceGrade.valueOf(text(line, "evidence_grade")).name(),
                text(line, "expected_effect"),
                text(line, "source"),
                text(line, "source_status"));
    }

    private static List<HabitTemplate> habits(CSVRecord line, int days) {
        return Arrays.stream(text(line, "habits").split("\\|"))
                .map(String::strip)
                .peek(habit -> require(!habit.isEmpty(), line, "a habit is empty"))
                .map(habit -> new HabitTemplate(habit, HabitFrequency.timesPerWeek(habit, days)))
                .toList();
    }

    private static List<String> tags(CSVRecord line) {
        return Arrays.stream(text(line, "contraindication_tags").split(";"))
                .map(String::strip)
                .filter(tag -> !tag.equals(NO_TAG))
                .map(tag -> ContraindicationTag.of(tag).code())
                .toList();
    }

    private static int number(CSVRecord line, String column) {
        try {
            return Integer.parseInt(text(line, column));
        } catch (NumberFormatException e) {
            throw refusal(line, column + " is not a whole number");
        }
    }

    private static String text(CSVRecord line, String column) {
        var text = line.isMapped(column) && line.isSet(column) ? line.get(column) : "";
        require(!text.isEmpty(), line, column + " is missing");
        return text;
    }

    private static void require(boolean holds, CSVRecord line, String otherwise) {
        if (!holds) {
            throw refusal(line, otherwise);
        }
    }

    private static StartUpException refusal(CSVRecord line, String reason) {
        return new StartUpException(
                "The intervention catalogue is refused: row " + line.getRecordNumber() + ", " + reason + ".");
    }
}
