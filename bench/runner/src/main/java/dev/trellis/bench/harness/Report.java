package dev.trellis.bench.harness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everything one run found, as a table for people and as JSON for programs. */
public record Report(String startedAt, Machine machine, boolean quick, List<Finding> findings) {
    private static final List<String> HEADS =
            List.of("work", "product", "yardstick", "ratio (low - high)", "promised", "");

    /** Writes the JSON, making the folder when needed. */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
    }

    /** Prints the table. */
    public void print(PrintStream out) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADS);
        findings.forEach(finding -> rows.add(cells(finding)));
        var widths = new int[HEADS.size()];
        for (var row : rows) {
            for (var column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        for (var row : rows) {
            var line = new StringBuilder();
            for (var column = 0; column < widths.length; column++) {
                line.append(String.format(Locale.ROOT, "%-" + (widths[column] + 2) + "s", row.get(column)));
            }
            out.println(line.toString().stripTrailing());
        }
        out.printf(
                Locale.ROOT,
                "%n%s, %d cores, %d MiB, %s, %s%s%n",
                machine.processor(),
                machine.cores(),
                machine.memoryMib(),
                machine.system(),
                machine.java(),
                quick ? "; --quick: small sizes, figures are indications" : "");
    }

    private static List<String> cells(Finding finding) {
        var ratio = finding.ratio();
        var bound = finding.bound();
        return List.of(
                finding.work(),
                finding.product().toString(),
                finding.yardstick().toString(),
                String.format(Locale.ROOT, "%.2f (%.2f - %.2f)", ratio.median(), ratio.low(), ratio.high()),
                bound == null ? "" : bound.toString(),
                bound == null ? "" : finding.kept() ? "kept" : "MISSED");
    }
}
