package dev.trellis.students.web;

import dev.trellis.students.RosterImports.FileProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Every line that was not taken over and why, as a file that a spreadsheet opens. */
final class RosterErrors {
    static final String CSV = "text/csv";

    private RosterErrors() {}

    static Response answer(List<FileProblem> problems) {
        return Response.ok(csv(problems), CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-errors.csv\"")
                .build();
    }

    private static String csv(List<FileProblem> problems) {
        var text = new StringWriter();
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord("file", "line", "id", "field", "reason");
            for (var one : problems) {
                var problem = one.problem();
                printer.printRecord(
                        one.name(), problem.line(), harmless(problem.id()), problem.field(), problem.reason());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A spreadsheet must not take an id for a formula. */
    private static String harmless(String id) {
        return !id.isEmpty() && "=+-@\t\r".indexOf(id.charAt(0)) >= 0 ? "'" + id : id;
    }
}
