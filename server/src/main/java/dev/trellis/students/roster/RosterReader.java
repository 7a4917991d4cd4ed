package dev.trellis.students.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a roster file a batch of lines at a time, whatever its size. What is wrong with a line is a problem of that
 * line; only a file that is none of this kind is refused as a whole.
 */
public final class RosterReader implements AutoCloseable {
    private static final int LONGEST_FIELD = 4000;
    private static final char UNREADABLE = '\uFFFD';

    private final RosterFile file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Map<String, Integer> columns;
    private final int width;
    private final Map<String, Long> seen = new HashMap<>();
    private final Map<String, Long> seenEmails = new HashMap<>();
    private long line = 1;

    private RosterReader(
            RosterFile file, CSVParser parser, Iterator<CSVRecord> records, Map<String, Integer> columns, int width) {
        this.file = file;
        this.parser = parser;
        this.records = records;
        this.columns = columns;
        this.width = width;
    }

    /** A file opened, or the sentence why it is refused. */
    public sealed interface Opening {
        /** Lines can be read. */
        record Opened(RosterReader reader) implements Opening {}

        /** It is not a file of this kind. */
        record Refused(String reason) implements Opening {}
    }

    /** Lines that can be taken over, and what is wrong with the others; {@code lines} counts both. */
    public record Lines(List<RosterRow> rows, List<LineProblem> problems, int lines) {}

    /** Opens a file: UTF-8, with or without a byte order mark, comma-separated, with a header. */
    public static Opening open(RosterFile file, InputStream content) {
        try {
            var bytes = new PushbackInputStream(content, 3);
            var refusal = passByteOrderMark(bytes);
            if (refusal != null) {
                return new Opening.Refused(refusal);
            }
            return open(
                    file,
                    CSVParser.parse(
                            reader(bytes),
                            CSVFormat.RFC4180
                                    .builder()
                                    .setTrim(true)
                                    .setIgnoreEmptyLines(false)
                                    .setLenientEof(true)
                                    .setTrailingData(true)
                                    .get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Opening open(RosterFile file, CSVParser parser) {
        var records = parser.iterator();
        if (!records.hasNext()) {
            return new Opening.Refused("The file is empty; its first line holds the names of the columns.");
        }
        var header = records.next();
        var columns = new HashMap<String, Integer>();
        for (var i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).strip(), i);
        }
        var missing = file.neededColumns().stream()
                .filter(column -> !columns.containsKey(column))
                .toList();
        return missing.isEmpty()
                ? new Opening.Opened(new RosterReader(file, parser, records, columns, header.size()))
                : new Opening.Refused("The first line lacks the columns " + String.join(", ", missing) + ".");
    }

    /** The next lines, at most so many; none at the end. */
    public Lines next(int most) {
        var rows = new ArrayList<RosterRow>();
        var problems = new ArrayList<LineProblem>();
        var lines = 0;
        while (lines < most && records.hasNext()) {
            var record = records.next();
            line++;
            if (isBlank(record)) {
                continue;
            }
            lines++;
            var row = row(record, problems);
            if (row != null) {
                rows.add(row);
            }
        }
        return new Lines(rows, problems, lines);
    }

    /** A line without anything on it is passed over, but counted like a spreadsheet counts it. */
    private static boolean isBlank(CSVRecord record) {
        return record.size() == 1 && record.get(0).isBlank();
    }

    private @Nullable RosterRow row(CSVRecord record, List<LineProblem> problems) {
        var values = new HashMap<String, String>();
        columns.forEach((column, position) -> {
            if (position < record.size()) {
                values.put(column, record.get(position).strip());
            }
        });
        var row = new RosterRow(line, values);
        var found = problems(row, record);
        problems.addAll(found);
        return found.isEmpty() ? row : null;
    }

    private List<LineProblem> problems(RosterRow row, CSVRecord record) {
        if (record.size() != width) {
            return List.of(about(
                    row,
                    "",
                    "It has " + record.size() + " fields instead of " + width
                            + "; look for a comma or a quotation mark too many."));
        }
        for (var value : row.values().entrySet()) {
            if (value.getValue().indexOf(UNREADABLE) >= 0) {
                return List.of(
                        about(row, value.getKey(), "It is not UTF-8; save the file as UTF-8 and send it again."));
            }
            if (value.getValue().indexOf('\0') >= 0 || value.getValue().length() > LONGEST_FIELD) {
                return List.of(about(row, value.getKey(), "It is too long, or holds characters that are no text."));
            }
        }
        var found = new ArrayList<>(file.check(row));
        if (!row.id().isEmpty()) {
            repeated(seen, row.id(), row, "sourcedId", found);
        }
        if (file == RosterFile.USERS && !row.get("email").isEmpty()) {
            repeated(seenEmails, row.get("email").toLowerCase(Locale.ROOT), row, "email", found);
        }
        return found;
    }

    private static void repeated(
            Map<String, Long> seen, String value, RosterRow row, String field, List<LineProblem> found) {
        var before = seen.putIfAbsent(value, row.line());
        if (before != null) {
            found.add(about(row, field, "It stands in line " + before + " too."));
        }
    }

    private static LineProblem about(RosterRow row, String field, String reason) {
        var id = row.id().length() > 255 ? row.id().substring(0, 255) : row.id();
        return new LineProblem(row.line(), id.replace("\0", ""), field, reason);
    }

    /** Bytes that are no UTF-8 become a mark, so that the line they stand in can be named. */
    private static Reader reader(InputStream bytes) {
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static @Nullable String passByteOrderMark(PushbackInputStream bytes) throws IOException {
        var first = bytes.readNBytes(3);
        if (first.length >= 2 && (isPair(first, 0xFE, 0xFF) || isPair(first, 0xFF, 0xFE))) {
            return "The file is UTF-16; save it as UTF-8 and send it again.";
        }
        var isMark = first.length == 3 && isPair(first, 0xEF, 0xBB) && (first[2] & 0xFF) == 0xBF;
        if (!isMark) {
            bytes.unread(first);
        }
        return null;
    }

    private static boolean isPair(byte[] bytes, int first, int second) {
        return (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
