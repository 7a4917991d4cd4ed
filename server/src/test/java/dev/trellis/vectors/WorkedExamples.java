package dev.trellis.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** The domain's test vectors, one per row of {@code worked_examples.csv}: a function, its inputs and what it gives. */
public record WorkedExamples(String id, String function, JsonNode inputs, JsonNode expected, double tolerance) {
    private static final List<WorkedExamples> ALL = read();

    /** The vectors of one function; fails when there is none, so that a renamed function cannot go untested. */
    public static Stream<WorkedExamples> of(String function) {
        var rows = ALL.stream().filter(row -> row.function.equals(function)).toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no worked example for " + function);
        }
        return rows.stream();
    }

    @Override
    public String toString() {
        return id + " " + function;
    }

    private static List<WorkedExamples> read() {
        var json = new ObjectMapper();
        var resource = Objects.requireNonNull(WorkedExamples.class.getResourceAsStream("/worked_examples.csv"));
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8);
                var rows = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            var examples = new ArrayList<WorkedExamples>();
            for (var row : rows) {
                examples.add(new WorkedExamples(
                        row.get("id"),
                        row.get("function"),
                        json.readTree(row.get("inputs_json")),
                        json.readTree(row.get("expected_json")),
                        Double.parseDouble(row.get("tolerance"))));
            }
            return List.copyOf(examples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
